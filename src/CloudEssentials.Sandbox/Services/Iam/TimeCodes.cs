using System.Globalization;
using System.Security.Cryptography;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The six digits that change every 30 seconds (RFC 6238).</summary>
internal static class TimeCodes
{
    private const int Step = 30;

    /// <summary>The code of a moment.</summary>
    /// <param name="seed">The seed in Base32.</param>
    /// <param name="time">The moment.</param>
    public static string At(string seed, DateTimeOffset time) => OfStep(Decode(seed), time.ToUnixTimeSeconds() / Step);

    /// <summary>Whether a code is the one of a moment, or of one that is a few steps off.</summary>
    public static bool IsCode(string seed, string code, DateTimeOffset time, int steps = 2) => Offsets(time, steps).Any(step => OfStep(Decode(seed), step) == code);

    /// <summary>Whether two codes follow each other, at about a moment.</summary>
    public static bool AreConsecutive(string seed, string first, string second, DateTimeOffset time, int steps)
    {
        byte[] key = Decode(seed);
        return Offsets(time, steps).Any(step => OfStep(key, step) == first && OfStep(key, step + 1) == second);
    }

    private static IEnumerable<long> Offsets(DateTimeOffset time, int steps) =>
        Enumerable.Range(-steps, (2 * steps) + 1).Select(offset => (time.ToUnixTimeSeconds() / Step) + offset);

    // RFC 6238 builds on HMAC-SHA-1, and so do the devices.
#pragma warning disable CA5350
    private static string OfStep(byte[] key, long step)
    {
        byte[] counter = new byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        byte[] hash = HMACSHA1.HashData(key, counter);
        int at = hash[^1] & 15;
        int number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350

    private static byte[] Decode(string seed)
    {
        byte[] bytes = new byte[seed.Length * 5 / 8];
        int buffer = 0, bits = 0, count = 0;
        foreach (char character in seed)
        {
            buffer = (buffer << 5) | IdGenerator.Base32.IndexOf(character, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[count++] = (byte)(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }

        return bytes;
    }
}
