namespace CloudEssentials.Accounts;

/// <summary>What an account asks of its users' passwords: https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html.</summary>
public sealed record PasswordRules
{
    /// <summary>AWS's own rules, which hold where an account has none: 8 characters of three kinds, no end and no memory.</summary>
    public static PasswordRules Default { get; } = new() { IsDefault = true, MinimumLength = 8 };

    /// <summary>Whether the account has no policy of its own.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The fewest characters.</summary>
    public int MinimumLength { get; init; }

    /// <summary>Whether a capital letter is asked for.</summary>
    public bool RequireUppercase { get; init; }

    /// <summary>Whether a small letter is asked for.</summary>
    public bool RequireLowercase { get; init; }

    /// <summary>Whether a digit is asked for.</summary>
    public bool RequireNumbers { get; init; }

    /// <summary>Whether a sign is asked for.</summary>
    public bool RequireSymbols { get; init; }

    /// <summary>How many earlier passwords are refused.</summary>
    public int ReusePrevention { get; init; }

    /// <summary>After how many days a password must be changed; 0 for never.</summary>
    public int MaximumAgeDays { get; init; }
}
