using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// The public half of an Ed25519 key, which .NET does not compute: RFC 8032, section 5.1.5. It takes no care to hide the key from who
/// measures times: a sandbox's keys open nothing.
/// </summary>
internal static class Ed25519
{
    public const int Length = 32;

    private static readonly BigInteger Prime = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger D = Positive(-121665 * Inverse(121666));
    private static readonly (BigInteger X, BigInteger Y) Base = (
        BigInteger.Parse("15112221349535400772501151409588531511454012693041857206046113283949847762202", CultureInfo.InvariantCulture),
        BigInteger.Parse("46316835694926478169428394003475163141307993866256225615783033603165251855960", CultureInfo.InvariantCulture));

    /// <summary>The 32 bytes of the public key.</summary>
    /// <param name="seed">The 32 bytes of the private key.</param>
    public static byte[] PublicKey(byte[] seed)
    {
        byte[] scalar = SHA512.HashData(seed)[..Length];
        scalar[0] &= 248;
        scalar[31] = (byte)((scalar[31] & 127) | 64);
        (BigInteger x, BigInteger y) = Multiply(new BigInteger(scalar, isUnsigned: true), Base);
        byte[] encoded = new byte[Length];
        y.TryWriteBytes(encoded, out _, isUnsigned: true);
        encoded[31] |= (byte)(x.IsEven ? 0 : 0x80);
        return encoded;
    }

    private static (BigInteger X, BigInteger Y) Multiply(BigInteger scalar, (BigInteger X, BigInteger Y) point)
    {
        (BigInteger X, BigInteger Y, BigInteger Z) sum = (0, 1, 1);
        (BigInteger X, BigInteger Y, BigInteger Z) power = (point.X, point.Y, 1);
        for (; scalar > 0; scalar >>= 1)
        {
            sum = scalar.IsEven ? sum : Add(sum, power);
            power = Add(power, power);
        }

        BigInteger inverse = Inverse(sum.Z);
        return (Positive(sum.X * inverse), Positive(sum.Y * inverse));
    }

    // In projective coordinates one inversion at the end is enough: "add-2008-bbjlp" of the Explicit-Formulas Database, with a = -1.
    private static (BigInteger X, BigInteger Y, BigInteger Z) Add((BigInteger X, BigInteger Y, BigInteger Z) one, (BigInteger X, BigInteger Y, BigInteger Z) other)
    {
        BigInteger a = Positive(one.Z * other.Z), b = Positive(a * a), c = Positive(one.X * other.X), d = Positive(one.Y * other.Y);
        BigInteger e = Positive(D * c * d), f = Positive(b - e), g = Positive(b + e);
        return (
            Positive(a * f * (((one.X + one.Y) * (other.X + other.Y)) - c - d)),
            Positive(a * g * (d + c)),
            Positive(f * g));
    }

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Positive(value), Prime - 2, Prime);

    private static BigInteger Positive(BigInteger value)
    {
        BigInteger rest = BigInteger.Remainder(value, Prime);
        return rest.Sign < 0 ? rest + Prime : rest;
    }
}
