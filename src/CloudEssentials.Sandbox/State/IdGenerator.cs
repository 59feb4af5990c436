using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CloudEssentials.Sandbox.State;

/// <summary>Makes text of a given alphabet from a seed and a number, always the same for the same two.</summary>
internal static class IdGenerator
{
    public const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    public const string Hexadecimal = "0123456789abcdef";
    public const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public static string Make(string seed, string purpose, long number, int length, string alphabet)
    {
        var value = new BigInteger(SHA512.HashData(Encoding.UTF8.GetBytes($"{seed}:{purpose}:{number}")), isUnsigned: true);
        return string.Create(length, (value, alphabet), static (text, state) =>
        {
            BigInteger rest = state.value;
            for (int index = 0; index < text.Length; index++)
            {
                rest = BigInteger.DivRem(rest, state.alphabet.Length, out BigInteger digit);
                text[index] = state.alphabet[(int)digit];
            }
        });
    }

    public static string MakeGuid(string seed, string purpose, long number) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{purpose}:{number}")).AsSpan(0, 16)).ToString();
}
