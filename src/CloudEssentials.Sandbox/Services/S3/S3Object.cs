using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>What a bucket has had under a key.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key.</param>
/// <param name="Versions">The versions, the newest first; at least one.</param>
internal sealed record S3Object(string Bucket, string Key, ImmutableList<S3Version> Versions)
{
    public S3Version Latest => Versions[0];

    /// <summary>The object's name in the table: a bucket's stand together.</summary>
    public string Id => $"{Bucket}/{Key}";
}
