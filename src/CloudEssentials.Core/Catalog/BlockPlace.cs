namespace CloudEssentials.Catalog;

/// <summary>Where a block stands in its file, and what it must be.</summary>
internal sealed record BlockPlace(long Offset, int PackedLength, int Length, int Checksum);
