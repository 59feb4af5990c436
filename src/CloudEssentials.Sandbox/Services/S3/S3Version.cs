using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>One version of an object, or the mark that it was deleted.</summary>
internal sealed record S3Version
{
    /// <summary>The id of what was put without versioning.</summary>
    public const string Unversioned = "null";

    public string Id { get; init; } = Unversioned;

    public bool IsDeleteMarker { get; init; }

    public byte[] Body { get; init; } = [];

    /// <summary>With its quotes.</summary>
    public string ETag { get; init; } = string.Empty;

    public required DateTimeOffset Modified { get; init; }

    /// <summary>The user's metadata, without the prefix.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The headers that are given back as they came, by the members' names, and how it is encrypted.</summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The algorithm of the checksum, in lower case.</summary>
    public string ChecksumAlgorithm { get; init; } = "crc64nvme";

    public string? Checksum { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
