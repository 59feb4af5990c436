using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Writes the types of data that SSH's formats are made of: RFC 4251, section 5.</summary>
internal sealed class SshWriter
{
    private readonly List<byte> _bytes = [];

    public int Length => _bytes.Count;

    public SshWriter Number(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return Raw(bytes);
    }

    public SshWriter Text(string value) => Bytes(Encoding.ASCII.GetBytes(value));

    public SshWriter Bytes(byte[] value) => Number((uint)value.Length).Raw(value);

    /// <summary>A positive number of any length, from its big-endian bytes.</summary>
    public SshWriter Integer(byte[] value) => Bytes(new BigInteger(value, isUnsigned: true, isBigEndian: true).ToByteArray(isBigEndian: true));

    public SshWriter Raw(byte[] value)
    {
        _bytes.AddRange(value);
        return this;
    }

    public byte[] ToArray() => [.. _bytes];
}
