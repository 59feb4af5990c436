using CloudEssentials.Policies;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>IAM's quotas as an account has them at first. See "IAM and AWS STS quotas" in the IAM User Guide.</summary>
internal static class IamQuotas
{
    public const int Users = 5000;
    public const int Groups = 300;
    public const int Roles = 1000;
    public const int Policies = 1500;
    public const int PolicyVersionsInUse = 10000;
    public const int InstanceProfiles = 1000;
    public const int ServerCertificates = 20;
    public const int GroupsPerUser = 10;
    public const int AccessKeysPerUser = 2;
    public const int SigningCertificatesPerUser = 2;
    public const int VersionsPerPolicy = 5;
    public const int AttachedPolicies = 10;
    public const int MfaDevicesPerUser = 8;
    public const int SshKeysPerUser = 5;
    public const int SamlProviders = 100;
    public const int OidcProviders = 100;
    public const int TagsPerEntity = 50;

    /// <summary>Characters of a managed policy, white space not counted; so are the other sizes.</summary>
    public const int PolicySize = PolicyQuota.Managed;

    /// <summary>Characters of all inline policies of a user together.</summary>
    public const int UserPolicySize = PolicyQuota.InlineOfUser;
    public const int GroupPolicySize = PolicyQuota.InlineOfGroup;
    public const int RolePolicySize = PolicyQuota.InlineOfRole;
    public const int TrustPolicySize = PolicyQuota.Trust;
}
