using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>
/// The checksums by which S3 holds what arrives against what was sent, in base64. See "Checking object integrity in Amazon S3" in the S3
/// User Guide.
/// </summary>
internal static class Checksums
{
    /// <summary>What comes before an algorithm's name in headers and trailers.</summary>
    public const string HeaderPrefix = "x-amz-checksum-";

    private static readonly ulong[] Crc32Table = Table(0xEDB88320);
    private static readonly ulong[] Crc32CTable = Table(0x82F63B78);
    private static readonly ulong[] Crc64NvmeTable = Table(0x9A6C9329AC4BC9B5);

    /// <summary>The checksum of an algorithm, by its name in lower case; null if it is not known here.</summary>
    public static string? Of(string algorithm, byte[] data)
    {
        byte[]? bytes = algorithm switch
        {
            "crc32" => Last(Crc(Crc32Table, data, uint.MaxValue), 4),
            "crc32c" => Last(Crc(Crc32CTable, data, uint.MaxValue), 4),
            "crc64nvme" => Last(Crc(Crc64NvmeTable, data, ulong.MaxValue), 8),
#pragma warning disable CA5350, CA5351 // The client chooses; here it tells damage, and proves nothing.
            "sha1" => SHA1.HashData(data),
            "md5" => MD5.HashData(data),
#pragma warning restore CA5350, CA5351
            "sha256" => SHA256.HashData(data),
            "sha512" => SHA512.HashData(data),
            _ => null,
        };
        return bytes is null ? null : Convert.ToBase64String(bytes);
    }

    /// <summary>The CRC-32 of data, as a number.</summary>
    public static uint Crc32(byte[] data) => (uint)Crc(Crc32Table, data, uint.MaxValue);

    private static ulong Crc(ulong[] table, byte[] data, ulong ones)
    {
        ulong crc = ones;
        foreach (byte value in data)
        {
            crc = table[(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return crc ^ ones;
    }

    private static byte[] Last(ulong number, int size)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        return bytes[^size..];
    }

    private static ulong[] Table(ulong reflectedPolynomial)
    {
        ulong[] table = new ulong[256];
        for (ulong index = 0; index < 256; index++)
        {
            ulong value = index;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ reflectedPolynomial;
            }

            table[index] = value;
        }

        return table;
    }
}
