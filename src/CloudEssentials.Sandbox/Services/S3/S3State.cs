using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>The section that holds an account's buckets and objects.</summary>
internal sealed class S3State : StateSection
{
    private const string SectionName = "s3";

    private S3State(SandboxState state)
        : base(state, SectionName)
    {
        Buckets = Table<S3Bucket>("buckets", StringComparer.Ordinal);
        Objects = Table<S3Object>("objects", StringComparer.Ordinal);
    }

    public ResourceTable<S3Bucket> Buckets { get; }

    /// <summary>The objects of all buckets, by bucket and key.</summary>
    public ResourceTable<S3Object> Objects { get; }

    public static S3State Of(SandboxState state) => state.Section(made => new S3State(made), SectionName);

    /// <summary>The objects of a bucket, in the order of their keys.</summary>
    public IEnumerable<S3Object> In(string bucket) => Objects.Current.Values.Where(kept => kept.Bucket == bucket);
}
