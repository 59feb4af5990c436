using System.Text;

namespace CloudEssentials.Catalog;

/// <summary>
/// Reads numbers and texts from an unpacked block. Numbers are in groups of seven bits, the lowest first; a text is its length in bytes and its UTF-8.
/// Every fault in the data shows itself as an <see cref="InvalidDataException"/> or an index out of range, which the file turns into its own error.
/// </summary>
internal sealed class BlockReader(byte[] data)
{
    private int _at;

    public int ReadNumber()
    {
        int number = data[_at++];
        if (number < 0x80)
            return number;
        number &= 0x7F;
        for (var shift = 7; shift < 32; shift += 7)
        {
            int next = data[_at++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }

        throw new InvalidDataException("A number is too long.");
    }

    /// <summary>A number of things to come: each takes at least a byte, so a count beyond what is left is a fault, not a huge array.</summary>
    public int ReadCount()
    {
        var count = ReadNumber();
        if (count < 0 || count > data.Length - _at)
            throw new InvalidDataException("A count is beyond the block's end.");
        return count;
    }

    public string ReadString()
    {
        var bytes = ReadCount();
        var text = Encoding.UTF8.GetString(data, _at, bytes);
        _at += bytes;
        return text;
    }

    public string[] ReadStrings()
    {
        var all = new string[ReadCount()];
        for (var i = 0; i < all.Length; i++)
            all[i] = ReadString();
        return all;
    }
}
