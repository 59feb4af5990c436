namespace CloudEssentials.Accounts;

/// <summary>
/// One user of a credential report, or the root user: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html.
/// What the report gives as <c>N/A</c>, <c>no_information</c> or <c>not_supported</c>, and what it lacks, is null.
/// </summary>
public sealed record CredentialReportRow
{
    /// <summary>The name that the report gives the root user.</summary>
    public const string RootUserName = "<root_account>";

    /// <summary>The user's name; <c>&lt;root_account&gt;</c> for the root user.</summary>
    public required string UserName { get; init; }

    /// <summary>The user's ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>When the user was made, UTC.</summary>
    public DateTimeOffset? UserCreationTime { get; init; }

    /// <summary>Whether there is a password; null for the root user in reports that do not tell.</summary>
    public bool? PasswordEnabled { get; init; }

    /// <summary>When the password was last used, UTC; null for never, or where that is not known.</summary>
    public DateTimeOffset? PasswordLastUsed { get; init; }

    /// <summary>When the password was last set, UTC.</summary>
    public DateTimeOffset? PasswordLastChanged { get; init; }

    /// <summary>When the password must be changed next, UTC.</summary>
    public DateTimeOffset? PasswordNextRotation { get; init; }

    /// <summary>Whether an MFA device is active; null where the report does not tell.</summary>
    public bool? MfaActive { get; init; }

    /// <summary>The access keys that there are, two at most.</summary>
    public IReadOnlyList<CredentialReportKey> AccessKeys { get; init; } = [];

    /// <summary>Whether the first signing certificate is active.</summary>
    public bool? Cert1Active { get; init; }

    /// <summary>When the first signing certificate was made or last changed, UTC.</summary>
    public DateTimeOffset? Cert1LastRotated { get; init; }

    /// <summary>Whether the second signing certificate is active.</summary>
    public bool? Cert2Active { get; init; }

    /// <summary>When the second signing certificate was made or last changed, UTC.</summary>
    public DateTimeOffset? Cert2LastRotated { get; init; }

    /// <summary>Columns that this version of the module does not know, as they are written.</summary>
    public IReadOnlyDictionary<string, string> OtherColumns { get; init; } = new Dictionary<string, string>();

    /// <summary>When the report was made, UTC; null for a file that does not tell.</summary>
    public DateTimeOffset? GeneratedTime { get; init; }

    /// <summary>Who told it: <c>AWS</c>, <c>Sandbox</c>, an endpoint, or the file.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether it is the root user.</summary>
    public bool IsRoot => UserName == RootUserName;

    /// <summary>The access keys that can be used.</summary>
    public IEnumerable<CredentialReportKey> ActiveKeys() => AccessKeys.Where(key => key.Active);
}
