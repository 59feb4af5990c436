namespace CloudEssentials.Accounts;

/// <summary>The parts of what is read of an account; each is read by itself, and may be refused by itself.</summary>
[Flags]
public enum AccountFactKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The credential report.</summary>
    CredentialReport = 1 << 0,

    /// <summary>IAM's summary of the account.</summary>
    Summary = 1 << 1,

    /// <summary>The virtual MFA devices, and whose they are.</summary>
    VirtualMfaDevices = 1 << 2,

    /// <summary>Users, groups, roles and policies.</summary>
    Authorization = 1 << 3,

    /// <summary>The account's password policy.</summary>
    PasswordPolicy = 1 << 4,

    /// <summary>The server certificates in IAM.</summary>
    ServerCertificates = 1 << 5,

    /// <summary>The SAML and OIDC providers.</summary>
    IdentityProviders = 1 << 6,

    /// <summary>The organization that the account is in.</summary>
    Organization = 1 << 7,

    /// <summary>The features of centralised root access.</summary>
    RootFeatures = 1 << 8,

    /// <summary>The accounts that administer services for the organization.</summary>
    DelegatedAdministrators = 1 << 9,

    /// <summary>The control policies on the organization's root.</summary>
    Guardrails = 1 << 10,

    /// <summary>The account's own contact.</summary>
    Contact = 1 << 11,

    /// <summary>The contact for security matters.</summary>
    SecurityContact = 1 << 12,

    /// <summary>The analyzers of IAM Access Analyzer, Region by Region.</summary>
    Analyzers = 1 << 13,

    /// <summary>The EC2 instances, Region by Region.</summary>
    Instances = 1 << 14,

    /// <summary>How long a session of each role may last.</summary>
    RoleSessions = 1 << 15,

    /// <summary>The root user of a member account, seen from the management account.</summary>
    MemberRoot = 1 << 16,
}
