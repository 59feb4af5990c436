namespace CloudEssentials.Catalog;

/// <summary>Where a block stands in its file, and what it must be.</summary>
internal readonly struct BlockPlace(long offset, int packedLength, int length, int checksum)
{
    public readonly long Offset = offset;
    public readonly int PackedLength = packedLength;
    public readonly int Length = length;
    public readonly int Checksum = checksum;
}
