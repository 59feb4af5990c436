using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>A bucket, as it is made since April 2023: private, without ACLs, encrypted under S3's own keys.</summary>
internal sealed record S3Bucket
{
    public required string Name { get; init; }

    public required string Region { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>What is public in it all the same; null where the setting was deleted.</summary>
    public S3PublicAccess? PublicAccess { get; init; } = new(true, true, true, true);

    /// <summary><c>BucketOwnerEnforced</c>, <c>BucketOwnerPreferred</c> or <c>ObjectWriter</c>.</summary>
    public string Ownership { get; init; } = Enforced;

    /// <summary>The bucket's policy as it was given; null for none.</summary>
    public string? Policy { get; init; }

    /// <summary><c>Enabled</c> or <c>Suspended</c>; null for a bucket that never had versions.</summary>
    public string? Versioning { get; init; }

    public S3Encryption Encryption { get; init; } = S3Encryption.Default;

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public const string Enforced = "BucketOwnerEnforced";
}
