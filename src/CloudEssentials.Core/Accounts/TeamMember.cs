namespace CloudEssentials.Accounts;

/// <summary>
/// A user who has all permissions from groups. The password and the secret key are here once and nowhere else; no view and no
/// text of this object shows them.
/// </summary>
public sealed class TeamMember
{
    /// <summary>The user's name.</summary>
    public required string UserName { get; init; }

    /// <summary>The user's ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The user's groups.</summary>
    public required IReadOnlyList<string> Group { get; init; }

    /// <summary>Which group denies everything before an MFA device was used.</summary>
    public string? MfaRequiredBy { get; init; }

    /// <summary>Where to sign in; null without a password.</summary>
    public Uri? SignInUrl { get; init; }

    /// <summary>The password for the first sign-in, where this run made one.</summary>
    public string? InitialPassword { get; init; }

    /// <summary>The access key id, where this run made one.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>The secret of the access key, where this run made one.</summary>
    public string? SecretAccessKey { get; init; }

    /// <summary>Which secrets this object holds: they cannot be had again.</summary>
    public string Secrets => (InitialPassword, SecretAccessKey) switch
    {
        (null, null) => "none",
        (not null, null) => "InitialPassword",
        (null, not null) => "SecretAccessKey",
        _ => "InitialPassword, SecretAccessKey",
    };

    /// <summary>What this run changed; empty where all was there.</summary>
    public required IReadOnlyList<string> Change { get; init; }

    /// <summary>The account's id.</summary>
    public string? AccountId { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string? Source { get; init; }

    /// <inheritdoc/>
    public override string ToString() => UserName;
}
