namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>A bucket.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Exists">True where it is there.</param>
/// <param name="IsVersioned">True where it keeps what is overwritten and deleted.</param>
public sealed record StackBucket(string Name, bool Exists = true, bool IsVersioned = true)
{
    /// <summary>True for a directory bucket, which keeps its objects in one zone: https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-naming-rules.html.</summary>
    public bool IsInOneZone => Name.EndsWith("--x-s3", StringComparison.Ordinal);
}
