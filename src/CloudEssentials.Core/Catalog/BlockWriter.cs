using System.Buffers;
using System.Text;

namespace CloudEssentials.Catalog;

/// <summary>Writes what <see cref="BlockReader"/> reads.</summary>
internal sealed class BlockWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public void WriteNumber(int number)
    {
        var rest = (uint)number;
        for (; rest >= 0x80; rest >>= 7)
            Write((byte)(rest | 0x80));
        Write((byte)rest);
    }

    public void WriteString(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        WriteNumber(bytes.Length);
        _bytes.Write(bytes);
    }

    public void WriteStrings(IReadOnlyCollection<string> texts)
    {
        WriteNumber(texts.Count);
        foreach (var text in texts)
            WriteString(text);
    }

    public void Append(BlockWriter part) => _bytes.Write(part._bytes.WrittenSpan);

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private void Write(byte one)
    {
        _bytes.GetSpan(1)[0] = one;
        _bytes.Advance(1);
    }
}
