using System.Security.Cryptography;
using System.Text;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Console passwords: the account's rules, and how they are kept. See "Set an account password policy for IAM users".</summary>
internal static class Passwords
{
    private const int Rounds = 1000;

    private static readonly System.Buffers.SearchValues<char> Symbols = System.Buffers.SearchValues.Create("!@#$%^&*()_+-=[]{}|'");

    public static string Hash(string password, string salt) => salt + ":" + Convert.ToHexString(
        Rfc2898DeriveBytes.Pbkdf2(password, Encoding.UTF8.GetBytes(salt), Rounds, HashAlgorithmName.SHA256, 16));

    public static bool Matches(string password, string hash) => Hash(password, hash[..hash.IndexOf(':', StringComparison.Ordinal)]) == hash;

    /// <exception cref="ServiceError">PasswordPolicyViolation.</exception>
    public static void Check(IamState iam, string password, string userName, IamLoginProfile? before)
    {
        IamPasswordPolicy? policy = iam.PasswordPolicy.Value.Policy;
        if (!(policy is null ? MeetsDefault(password, userName) : Meets(policy, password)))
        {
            throw Violation("Password does not conform to the account password policy.");
        }

        IEnumerable<string> used = before is null ? [] : before.Earlier.Prepend(before.PasswordHash);
        if (used.Take(policy?.ReusePrevention ?? 0).Any(hash => Matches(password, hash)))
        {
            throw Violation("Password does not conform to the account password policy: it has been used before.");
        }
    }

    private static ServiceError Violation(string message) => new("PasswordPolicyViolation", message);

    private static bool Meets(IamPasswordPolicy policy, string password) =>
        password.Length >= policy.MinimumLength
        && (!policy.RequireSymbols || password.AsSpan().IndexOfAny(Symbols) >= 0)
        && (!policy.RequireNumbers || password.Any(char.IsAsciiDigit))
        && (!policy.RequireUppercase || password.Any(char.IsAsciiLetterUpper))
        && (!policy.RequireLowercase || password.Any(char.IsAsciiLetterLower));

    // AWS's own policy: eight characters, three of the four kinds, and not the name.
    private static bool MeetsDefault(string password, string userName)
    {
        bool[] kinds = [password.AsSpan().IndexOfAny(Symbols) >= 0, password.Any(char.IsAsciiDigit), password.Any(char.IsAsciiLetterUpper), password.Any(char.IsAsciiLetterLower)];
        return password.Length >= 8 && kinds.Count(kind => kind) >= 3 && !password.Equals(userName, StringComparison.OrdinalIgnoreCase);
    }
}
