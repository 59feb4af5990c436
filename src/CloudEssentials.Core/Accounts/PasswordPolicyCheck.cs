namespace CloudEssentials.Accounts;

/// <summary>Holds a password against a policy as IAM does.</summary>
public static class PasswordPolicyCheck
{
    /// <summary>The characters that IAM counts as symbols.</summary>
    public const string Symbols = "!@#$%^&*()_+-=[]{}|'";

    private const int _longest = 128;

    /// <summary>Says what a policy has against a password; what the account alone knows (reuse, age) is left out.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="password">The password; it appears in no sentence.</param>
    /// <param name="own">Names and addresses of its owner.</param>
    /// <returns>One sentence for each rule that is broken.</returns>
    public static IReadOnlyList<string> Violations(AccountPasswordPolicy policy, string password, IReadOnlyCollection<string> own)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(own);
        List<string> broken = [];
        if (password.Length < policy.MinimumPasswordLength)
            broken.Add($"It has {password.Length} characters; the account asks for {policy.MinimumPasswordLength}.");
        if (password.Length > _longest)
            broken.Add($"It has {password.Length} characters; IAM takes no more than {_longest}.");
        bool upper = password.Any(char.IsAsciiLetterUpper), lower = password.Any(char.IsAsciiLetterLower);
        bool digit = password.Any(char.IsAsciiDigit), symbol = password.Any(Symbols.Contains);
        if (policy.IsDefault)
        {
            int kinds = new[] { upper, lower, digit, symbol }.Count(has => has);
            if (kinds < 3)
                broken.Add($"It has {kinds} of the four kinds of characters; AWS asks for three: capitals, small letters, digits, symbols.");
            if (own.Any(name => name.Equals(password, StringComparison.OrdinalIgnoreCase)))
                broken.Add("It is its owner's name or address.");
        }

        Ask(policy.RequireUppercaseCharacters, upper, "capital letter");
        Ask(policy.RequireLowercaseCharacters, lower, "small letter");
        Ask(policy.RequireNumbers, digit, "digit");
        Ask(policy.RequireSymbols, symbol, $"symbol of {Symbols}");
        return broken;

        void Ask(bool wanted, bool there, string what)
        {
            if (wanted && !there)
                broken.Add($"It has no {what}.");
        }
    }
}
