using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using Microsoft.Win32.SafeHandles;

namespace CloudEssentials.Catalog;

/// <summary>
/// A file of packed blocks, each of which can be read alone.
/// <code>
/// 8 bytes   CECATLG1
/// 4 x 3     head: packed length, length, checksum (little endian)
/// ...       head: kind, date, version, source, then the blocks' packed lengths, lengths and checksums
/// ...       the blocks, one after the other, each packed with Brotli
/// </code>
/// What the blocks hold is the business of the catalogue whose kind the head names.
/// </summary>
internal sealed class CatalogFile
{
    public const int PrefixLength = 20;

    // Beyond any block that the writer makes; a damaged length must not ask for gigabytes.
    private const int MaximumBlockLength = 1 << 26;

    private readonly SafeFileHandle _handle;
    private readonly BlockPlace[] _places;
    private readonly string _date;
    private int _blocksRead;

    private CatalogFile(string path, SafeFileHandle handle, BlockReader head, long firstBlock)
    {
        Path = path;
        _handle = handle;
        Kind = head.ReadString();
        _date = head.ReadString();
        Version = head.ReadString();
        Source = head.ReadString();
        _places = new BlockPlace[head.ReadCount()];
        for (var i = 0; i < _places.Length; i++)
        {
            _places[i] = new(firstBlock, head.ReadNumber(), head.ReadNumber(), head.ReadNumber());
            firstBlock += _places[i].PackedLength;
        }
    }

    /// <summary>The letters <c>CECATLG1</c>.</summary>
    public const ulong Magic = 0x434543_41544C4731;

    public string Path { get; }

    public string Kind { get; }

    // Parsed only when it is asked for: a lookup that is not about dates does not pay for the calendar's first use.
    public DateOnly Date => DateOnly.TryParse(_date, out var date) ? date : default;

    public string Version { get; }

    public string Source { get; }

    public int BlockCount => _places.Length;

    /// <summary>How many blocks were read so far, for the proof that one lookup does not read all.</summary>
    public int BlocksRead => Volatile.Read(ref _blocksRead);

    /// <summary>Opens a file. The handle stays open, shared for deletion, so that a refreshed copy can take the file's place under it.</summary>
    public static CatalogFile Open(string path, string kind)
    {
        try
        {
            var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.RandomAccess);
            var file = Open(path, handle);
            if (file.Kind == kind)
                return file;
            handle.Dispose();
            throw new InvalidDataException($"It is a catalogue of {file.Kind}, not of {kind}.");
        }
        catch (Exception failure) when (IsFault(failure))
        {
            throw Damaged(path, failure);
        }
    }

    /// <summary>Reads and unpacks a block; faults in what it holds are the caller's to find, and to report by <see cref="Damaged(Exception)"/>.</summary>
    public BlockReader ReadBlock(int index)
    {
        try
        {
            Interlocked.Increment(ref _blocksRead);
            return Unpack(_handle, _places[index]);
        }
        catch (Exception failure) when (IsFault(failure))
        {
            throw Damaged(failure);
        }
    }

    /// <summary>Reads a block that is a list of texts.</summary>
    public string[] ReadStrings(int index)
    {
        var block = ReadBlock(index);
        try
        {
            return block.ReadStrings();
        }
        catch (Exception failure) when (IsFault(failure))
        {
            throw Damaged(failure);
        }
    }

    /// <summary>The file's own error.</summary>
    public CloudException Damaged(Exception failure) => Damaged(Path, failure);

    /// <summary>Whether an error comes of a file that is missing, closed to us or damaged.</summary>
    public static bool IsFault(Exception failure) => failure
        is IOException or UnauthorizedAccessException or InvalidDataException
        or IndexOutOfRangeException or ArgumentOutOfRangeException or OverflowException or ObjectDisposedException;

    public void Close() => _handle.Dispose();

    /// <summary>CRC-32C: not a proof against malice, but no damaged block passes unseen.</summary>
    public static int Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes)
            checksum = BitOperations.Crc32C(checksum, one);
        return (int)(checksum & int.MaxValue);
    }

    private static CatalogFile Open(string path, SafeFileHandle handle)
    {
        var prefix = new byte[PrefixLength];
        if (RandomAccess.Read(handle, prefix, 0) < PrefixLength || BinaryPrimitives.ReadUInt64BigEndian(prefix) != Magic)
            throw new InvalidDataException("It does not begin as a catalogue does.");
        BlockPlace head = new(PrefixLength, Int(prefix, 8), Int(prefix, 12), Int(prefix, 16));
        return new(path, handle, Unpack(handle, head), PrefixLength + head.PackedLength);
    }

    private static BlockReader Unpack(SafeFileHandle handle, BlockPlace place)
    {
        if ((uint)place.PackedLength > MaximumBlockLength || (uint)place.Length > MaximumBlockLength)
            throw new InvalidDataException("A block's length is beyond reason.");
        var packed = new byte[place.PackedLength];
        if (RandomAccess.Read(handle, packed, place.Offset) < packed.Length)
            throw new InvalidDataException("It ends within a block.");
        if (Checksum(packed) != place.Checksum)
            throw new InvalidDataException("A block's checksum is wrong.");
        var data = new byte[place.Length];
        if (!BrotliDecoder.TryDecompress(packed, data, out var written) || written != data.Length)
            throw new InvalidDataException("A block does not unpack to its length.");
        return new(data);
    }

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private static CloudException Damaged(string path, Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => new(
            "CatalogNotFound",
            $"There is no catalogue at '{path}'.",
            CloudErrorCategory.ObjectNotFound,
            path,
            "Reinstall the module, or run Update-PolicyCatalog.",
            failure),
        _ => new(
            "CatalogUnreadable",
            $"The catalogue '{path}' cannot be read: {failure.Message}",
            CloudErrorCategory.ReadError,
            path,
            "Reinstall the module; a refreshed copy is taken back with Update-PolicyCatalog -Rollback.",
            failure),
    };
}
