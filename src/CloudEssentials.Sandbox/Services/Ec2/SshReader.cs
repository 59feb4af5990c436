using System.Buffers.Binary;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Reads SSH's strings of bytes, each with its length before it; beyond the end there is nothing.</summary>
/// <param name="bytes">What to read.</param>
internal sealed class SshReader(byte[] bytes)
{
    private int _position;

    public bool IsAtEnd => _position == bytes.Length;

    /// <summary>The next string, or null where none is whole.</summary>
    public byte[]? Next()
    {
        if (bytes.Length - _position < 4)
        {
            return null;
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(_position));
        if (length > bytes.Length - _position - 4)
        {
            return null;
        }

        byte[] value = bytes[(_position + 4)..(_position + 4 + (int)length)];
        _position += 4 + (int)length;
        return value;
    }
}
