namespace CloudEssentials.Accounts;

/// <summary>
/// What an account asks of its users' passwords. It does not cover the root user, and no access key.
/// See https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html.
/// </summary>
public sealed record AccountPasswordPolicy
{
    /// <summary>The least number of characters, 6 to 128.</summary>
    public int MinimumPasswordLength { get; init; } = 8;

    /// <summary>True where a character of <c>! @ # $ % ^ &amp; * ( ) _ + - = [ ] { } | '</c> is asked for.</summary>
    public bool RequireSymbols { get; init; }

    /// <summary>True where a digit is asked for.</summary>
    public bool RequireNumbers { get; init; }

    /// <summary>True where a capital letter of A to Z is asked for.</summary>
    public bool RequireUppercaseCharacters { get; init; }

    /// <summary>True where a small letter of a to z is asked for.</summary>
    public bool RequireLowercaseCharacters { get; init; }

    /// <summary>True where users may change their own passwords.</summary>
    public bool AllowUsersToChangePassword { get; init; }

    /// <summary>After how many days a password must be changed, 1 to 1095; null for never.</summary>
    public int? MaxPasswordAge { get; init; }

    /// <summary>How many former passwords may not be used again, 1 to 24; null for none.</summary>
    public int? PasswordReusePrevention { get; init; }

    /// <summary>True where only an administrator can renew an expired password.</summary>
    public bool HardExpiry { get; init; }

    /// <summary>True where the account has set none, so that AWS's own applies: 8 characters, three of the four kinds, not the account's name.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The kinds of characters that are asked for, in words.</summary>
    public string Characters => IsDefault
        ? "three of the four kinds"
        : (RequireUppercaseCharacters, RequireLowercaseCharacters, RequireNumbers, RequireSymbols) switch
        {
            (true, true, true, true) => "all four kinds",
            (false, false, false, false) => "any",
            _ => string.Join(", ", Kinds()),
        };

    /// <summary>The account's id.</summary>
    public string? AccountId { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string? Source { get; init; }

    private IEnumerable<string> Kinds()
    {
        if (RequireUppercaseCharacters)
            yield return "capitals";
        if (RequireLowercaseCharacters)
            yield return "small letters";
        if (RequireNumbers)
            yield return "digits";
        if (RequireSymbols)
            yield return "symbols";
    }
}
