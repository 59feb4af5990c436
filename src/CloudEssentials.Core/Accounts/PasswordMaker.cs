using System.Security.Cryptography;

namespace CloudEssentials.Accounts;

/// <summary>Makes passwords by chance.</summary>
public static class PasswordMaker
{
    private const int _usual = 20;

    // Without those that are mistaken for one another on paper.
    private static readonly string[] _kinds = ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "!@#$%*()_+-=[]{}"];

    /// <summary>Makes a password of all four kinds of characters that a policy takes.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>20 characters, or as many as the policy asks for.</returns>
    public static string Make(AccountPasswordPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        int length = Math.Max(_usual, policy.MinimumPasswordLength);
        string all = string.Concat(_kinds);
        char[] characters = new char[length];
        for (int i = 0; i < length; i++)
        {
            string kind = i < _kinds.Length ? _kinds[i] : all;
            characters[i] = kind[RandomNumberGenerator.GetInt32(kind.Length)];
        }

        RandomNumberGenerator.Shuffle(characters.AsSpan());
        return new(characters);
    }
}
