using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>A bucket and the account that owns it.</summary>
/// <param name="Owner">The owner's state.</param>
/// <param name="Bucket">The bucket.</param>
internal sealed record S3Found(SandboxState Owner, S3Bucket Bucket)
{
    public string OwnerId => Owner.Account.Value.AccountId;

    public S3State State => S3State.Of(Owner);

    /// <summary>What stands under a key; null for nothing.</summary>
    public S3Object? Object(string key) => State.Objects.TryGet($"{Bucket.Name}/{key}", out S3Object? found) ? found : null;

    /// <summary>Changes the bucket.</summary>
    public void Set(S3Bucket changed) => State.Buckets[Bucket.Name] = changed;
}
