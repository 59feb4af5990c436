namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The account's rules for console passwords. Null where nothing is said, as AWS answers it.</summary>
internal sealed record IamPasswordPolicy
{
    public int MinimumLength { get; init; } = 6;

    public bool RequireSymbols { get; init; }

    public bool RequireNumbers { get; init; }

    public bool RequireUppercase { get; init; }

    public bool RequireLowercase { get; init; }

    public bool AllowUsersToChange { get; init; }

    /// <summary>Days until a password must be changed; null for never.</summary>
    public int? MaxAge { get; init; }

    /// <summary>How many earlier passwords may not be used again; null for none.</summary>
    public int? ReusePrevention { get; init; }

    /// <summary>Whether a user with an expired password needs an administrator.</summary>
    public bool? HardExpiry { get; init; }
}
