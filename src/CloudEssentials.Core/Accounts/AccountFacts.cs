namespace CloudEssentials.Accounts;

/// <summary>What was read of an account for its checks. A part that was refused, or was not asked for, says why.</summary>
public sealed class AccountFacts
{
    private readonly Dictionary<AccountFactKinds, object> _parts = [];
    private readonly object _lock = new();

    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The partition, such as <c>aws</c>.</summary>
    public string Partition { get; init; } = "aws";

    /// <summary>When it was read, UTC: ages are counted to this moment.</summary>
    public DateTimeOffset TakenAt { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>Who told it: <c>AWS</c>, <c>Sandbox</c>, an endpoint, or a file.</summary>
    public string Source { get; init; } = "";

    /// <summary>The root user should not have been used for as many days.</summary>
    public int MaximumIdleDays { get; init; } = 90;

    /// <summary>The ARN of the root user.</summary>
    public string RootArn => $"arn:{Partition}:iam::{AccountId}:root";

    /// <summary>The credential report.</summary>
    public CredentialReport CredentialReport => Get<CredentialReport>(AccountFactKinds.CredentialReport);

    /// <summary>IAM's summary: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html.</summary>
    public IReadOnlyDictionary<string, int> Summary => Get<IReadOnlyDictionary<string, int>>(AccountFactKinds.Summary);

    /// <summary>The virtual MFA devices: serial number and the ARN of the user, empty for one that nobody has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> VirtualMfaDevices => Get<IReadOnlyList<KeyValuePair<string, string>>>(AccountFactKinds.VirtualMfaDevices);

    /// <summary>Users, groups, roles and policies.</summary>
    public AccountAuthorization Authorization => Get<AccountAuthorization>(AccountFactKinds.Authorization);

    /// <summary>The password policy.</summary>
    public PasswordRules PasswordPolicy => Get<PasswordRules>(AccountFactKinds.PasswordPolicy);

    /// <summary>The server certificates.</summary>
    public IReadOnlyList<CertificateFact> ServerCertificates => Get<IReadOnlyList<CertificateFact>>(AccountFactKinds.ServerCertificates);

    /// <summary>The ARNs of SAML and OIDC providers.</summary>
    public IReadOnlyList<string> IdentityProviders => Get<IReadOnlyList<string>>(AccountFactKinds.IdentityProviders);

    /// <summary>The organization.</summary>
    public OrganizationFact Organization => Get<OrganizationFact>(AccountFactKinds.Organization);

    /// <summary>The features of centralised root access that are on.</summary>
    public IReadOnlyList<string> RootFeatures => Get<IReadOnlyList<string>>(AccountFactKinds.RootFeatures);

    /// <summary>The accounts that administer services for the organization.</summary>
    public IReadOnlyList<string> DelegatedAdministrators => Get<IReadOnlyList<string>>(AccountFactKinds.DelegatedAdministrators);

    /// <summary>The names of the account's own control policies on the organization's root.</summary>
    public IReadOnlyList<string> Guardrails => Get<IReadOnlyList<string>>(AccountFactKinds.Guardrails);

    /// <summary>Whether the account's contact has a telephone number and an address.</summary>
    public bool HasContact => (bool)Get<object>(AccountFactKinds.Contact);

    /// <summary>Whether there is a contact for security matters.</summary>
    public bool HasSecurityContact => (bool)Get<object>(AccountFactKinds.SecurityContact);

    /// <summary>The analyzers, Region by Region.</summary>
    public IReadOnlyList<RegionalFact<string>> Analyzers => Get<IReadOnlyList<RegionalFact<string>>>(AccountFactKinds.Analyzers);

    /// <summary>The instances that are not terminated, Region by Region.</summary>
    public IReadOnlyList<RegionalFact<InstanceFact>> Instances => Get<IReadOnlyList<RegionalFact<InstanceFact>>>(AccountFactKinds.Instances);

    /// <summary>The longest session of each role, by its ARN.</summary>
    public IReadOnlyDictionary<string, TimeSpan> RoleSessions => Get<IReadOnlyDictionary<string, TimeSpan>>(AccountFactKinds.RoleSessions);

    /// <summary>What the root user of a member account has.</summary>
    public MemberRootFact MemberRoot => Get<MemberRootFact>(AccountFactKinds.MemberRoot);

    internal AccountPicture? Picture { get; set; }

    /// <summary>Adds a part.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="value">What was read; of the type that the property of its name has.</param>
    public void Add(AccountFactKinds kind, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        lock (_lock)
            _parts[kind] = value;
    }

    /// <summary>Says that a part could not be read.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="error">Why.</param>
    public void Refuse(AccountFactKinds kind, CloudException error) => Add(kind, error);

    /// <summary>Whether a part was read.</summary>
    /// <param name="kind">Which.</param>
    public bool Has(AccountFactKinds kind) => Part(kind) is not null and not CloudException;

    /// <summary>Why a part was not read; null where it was.</summary>
    /// <param name="kind">Which.</param>
    public CloudException? Refusal(AccountFactKinds kind) => Part(kind) switch
    {
        CloudException error => error,
        null => new("FactNotAsked", $"{kind} was not asked for.", CloudErrorCategory.InvalidOperation, kind),
        _ => null,
    };

    private T Get<T>(AccountFactKinds kind)
        where T : class => Part(kind) switch
        {
            T value => value,
            CloudException error => throw error,
            _ => throw new CloudException("FactNotAsked", $"{kind} was not asked for.", CloudErrorCategory.InvalidOperation, kind),
        };

    private object? Part(AccountFactKinds kind)
    {
        lock (_lock)
            return _parts.GetValueOrDefault(kind);
    }
}
