using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>What IAM keeps in an account. Names differ in more than their case.</summary>
internal sealed class IamState : StateSection
{
    private const string SectionName = "iam";

    private PolicyUse? _use;

    private IamState(SandboxState state)
        : base(state, SectionName)
    {
        Users = Table<IamUser>("users", StringComparer.OrdinalIgnoreCase);
        Groups = Table<IamGroup>("groups", StringComparer.OrdinalIgnoreCase);
        Roles = Table<IamRole>("roles", StringComparer.OrdinalIgnoreCase);
        Policies = Table<IamPolicy>("policies", StringComparer.OrdinalIgnoreCase);
        AccessKeys = Table<IamAccessKey>("accessKeys", StringComparer.Ordinal);
        MfaDevices = Table<IamMfaDevice>("mfaDevices", StringComparer.Ordinal);
        InstanceProfiles = Table<IamInstanceProfile>("instanceProfiles", StringComparer.OrdinalIgnoreCase);
        ServerCertificates = Table<IamServerCertificate>("serverCertificates", StringComparer.OrdinalIgnoreCase);
        SigningCertificates = Table<IamSigningCertificate>("signingCertificates", StringComparer.Ordinal);
        SshKeys = Table<IamSshKey>("sshKeys", StringComparer.Ordinal);
        SamlProviders = Table<IamProvider>("samlProviders", StringComparer.OrdinalIgnoreCase);
        OidcProviders = Table<IamProvider>("oidcProviders", StringComparer.OrdinalIgnoreCase);
        Uses = Table<ServiceUses>("uses", StringComparer.Ordinal);
        AccessJobs = Table<AccessJob>("accessJobs", StringComparer.Ordinal);
        Root = Cell("root", new RootUser());
        Alias = Cell("alias", new AccountAlias(null));
        PasswordPolicy = Cell("passwordPolicy", new PasswordPolicyCell(null));
        CredentialReport = Cell("credentialReport", new IamCredentialReport(null, default));
    }

    public ResourceTable<IamUser> Users { get; }

    public ResourceTable<IamGroup> Groups { get; }

    public ResourceTable<IamRole> Roles { get; }

    /// <summary>The account's own managed policies, by ARN.</summary>
    public ResourceTable<IamPolicy> Policies { get; }

    public ResourceTable<IamAccessKey> AccessKeys { get; }

    /// <summary>MFA devices, by serial number.</summary>
    public ResourceTable<IamMfaDevice> MfaDevices { get; }

    public ResourceTable<IamInstanceProfile> InstanceProfiles { get; }

    public ResourceTable<IamServerCertificate> ServerCertificates { get; }

    public ResourceTable<IamSigningCertificate> SigningCertificates { get; }

    public ResourceTable<IamSshKey> SshKeys { get; }

    /// <summary>SAML providers, by ARN.</summary>
    public ResourceTable<IamProvider> SamlProviders { get; }

    /// <summary>OpenID Connect providers, by ARN.</summary>
    public ResourceTable<IamProvider> OidcProviders { get; }

    /// <summary>Which services users and roles have called, by the ARN of the user or role.</summary>
    public ResourceTable<ServiceUses> Uses { get; }

    public ResourceTable<AccessJob> AccessJobs { get; }

    public StateCell<RootUser> Root { get; }

    public StateCell<AccountAlias> Alias { get; }

    public StateCell<PasswordPolicyCell> PasswordPolicy { get; }

    public StateCell<IamCredentialReport> CredentialReport { get; }

    /// <summary>Who uses which managed policy; counted once for as long as nothing changes.</summary>
    public PolicyUse Use => _use?.IsOf(this) == true ? _use : _use = new PolicyUse(this);

    public static IamState Of(SandboxState state) => state.Section(made => new IamState(made), SectionName);

    /// <summary>The access keys of a user; of the root user if null is given.</summary>
    public IEnumerable<IamAccessKey> KeysOf(string? userName) =>
        AccessKeys.Seen.Values.Where(key => string.Equals(key.UserName, userName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The MFA devices of a user; of the root user if null is given.</summary>
    public IEnumerable<IamMfaDevice> MfaOf(string? userName) => MfaDevices.Seen.Values.Where(device => device.IsOf(userName));

    /// <summary>The signing certificates of a user; of the root user if null is given.</summary>
    public IEnumerable<IamSigningCertificate> CertificatesOf(string? userName) =>
        SigningCertificates.Seen.Values.Where(certificate => string.Equals(certificate.UserName, userName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The caller whose active access key that is, with the secret; null if there is none.</summary>
    public (string Secret, SandboxCaller Caller)? FindCaller(string accessKeyId, string accountId)
    {
        if (!AccessKeys.TryGetSeen(accessKeyId, out IamAccessKey? key) || !key.IsActive)
        {
            return null;
        }

        if (key.UserName is null)
        {
            return (key.Secret, SandboxCaller.Root(accountId, accessKeyId));
        }

        return !Users.TryGet(key.UserName, out IamUser? user) ? null : (key.Secret, new SandboxCaller
        {
            Kind = CallerKind.User,
            AccountId = accountId,
            Arn = user.Arn,
            UserId = user.Id,
            AccessKeyId = accessKeyId,
            Name = user.Name,
        });
    }
}
