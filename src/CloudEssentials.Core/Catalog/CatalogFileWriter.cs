using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

namespace CloudEssentials.Catalog;

/// <summary>Writes the files that <see cref="CatalogFile"/> reads.</summary>
internal sealed class CatalogFileWriter
{
    private readonly List<(byte[] Packed, int Length)> _blocks = [];
    private readonly int _quality;

    /// <param name="quality">Brotli's: 11 is the smallest and slow, for what is shipped; 9 is quick, for a user's copy.</param>
    public CatalogFileWriter(int quality = 11) => _quality = quality;

    /// <summary>Adds a block and returns its number.</summary>
    public int Add(BlockWriter block)
    {
        var data = block.ToArray();
        _blocks.Add((Pack(data), data.Length));
        return _blocks.Count - 1;
    }

    public void Write(Stream stream, string kind, string date, string version, string source)
    {
        BlockWriter head = new();
        head.WriteString(kind);
        head.WriteString(date);
        head.WriteString(version);
        head.WriteString(source);
        head.WriteNumber(_blocks.Count);
        foreach (var (packed, length) in _blocks)
        {
            head.WriteNumber(packed.Length);
            head.WriteNumber(length);
            head.WriteNumber(CatalogFile.Checksum(packed));
        }

        WriteHead(stream, head.ToArray());
        foreach (var (packed, _) in _blocks)
            stream.Write(packed);
    }

    private void WriteHead(Stream stream, byte[] head)
    {
        var packed = Pack(head);
        var prefix = new byte[CatalogFile.PrefixLength];
        BinaryPrimitives.WriteUInt64BigEndian(prefix, CatalogFile.Magic);
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(8), packed.Length);
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(12), head.Length);
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(16), CatalogFile.Checksum(packed));
        stream.Write(prefix);
        stream.Write(packed);
    }

    private byte[] Pack(byte[] data)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(data.Length)];

        // A window as wide as the block: text that repeats is found wherever it stands, and no more memory is taken than that needs.
        var windowBits = Math.Clamp(BitOperations.Log2((uint)data.Length) + 1, 10, 24);
        if (!BrotliEncoder.TryCompress(data, packed, out var written, _quality, windowBits))
            throw new InvalidDataException("A block does not pack.");
        return packed[..written];
    }
}
