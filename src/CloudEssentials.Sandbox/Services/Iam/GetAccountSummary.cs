using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>How many of everything the account has, and may have.</summary>
internal sealed class GetAccountSummary : IamOperation
{
    public override JsonObject Execute(OperationCall call) => new() { ["SummaryMap"] = Summary(IamState.Of(call.State)) };

    private static JsonObject Summary(IamState iam) => new()
    {
        ["GroupPolicySizeQuota"] = IamQuotas.GroupPolicySize,
        ["InstanceProfilesQuota"] = IamQuotas.InstanceProfiles,
        ["Policies"] = iam.Policies.Seen.Count,
        ["GroupsPerUserQuota"] = IamQuotas.GroupsPerUser,
        ["InstanceProfiles"] = iam.InstanceProfiles.Seen.Count,
        ["AttachedPoliciesPerUserQuota"] = IamQuotas.AttachedPolicies,
        ["Users"] = iam.Users.Seen.Count,
        ["PoliciesQuota"] = IamQuotas.Policies,
        ["Providers"] = iam.SamlProviders.Seen.Count + iam.OidcProviders.Seen.Count,
        ["AccountMFAEnabled"] = iam.MfaOf(null).Any() ? 1 : 0,
        ["AccessKeysPerUserQuota"] = IamQuotas.AccessKeysPerUser,
        ["AssumeRolePolicySizeQuota"] = IamQuotas.TrustPolicySize,
        ["PolicyVersionsInUseQuota"] = IamQuotas.PolicyVersionsInUse,
        ["GlobalEndpointTokenVersion"] = 1,
        ["VersionsPerPolicyQuota"] = IamQuotas.VersionsPerPolicy,
        ["AttachedPoliciesPerGroupQuota"] = IamQuotas.AttachedPolicies,
        ["PolicySizeQuota"] = IamQuotas.PolicySize,
        ["Groups"] = iam.Groups.Seen.Count,
        ["AccountSigningCertificatesPresent"] = iam.CertificatesOf(null).Any() ? 1 : 0,
        ["UsersQuota"] = IamQuotas.Users,
        ["ServerCertificatesQuota"] = IamQuotas.ServerCertificates,
        ["MFADevices"] = iam.MfaDevices.Seen.Count,
        ["UserPolicySizeQuota"] = IamQuotas.UserPolicySize,
        ["PolicyVersionsInUse"] = iam.Policies.Seen.Values.Sum(policy => policy.Versions.Length),
        ["ServerCertificates"] = iam.ServerCertificates.Seen.Count,
        ["Roles"] = iam.Roles.Seen.Count,
        ["RolesQuota"] = IamQuotas.Roles,
        ["SigningCertificatesPerUserQuota"] = IamQuotas.SigningCertificatesPerUser,
        ["MFADevicesInUse"] = iam.MfaDevices.Seen.Values.Count(device => device.Enabled is not null),
        ["RolePolicySizeQuota"] = IamQuotas.RolePolicySize,
        ["AttachedPoliciesPerRoleQuota"] = IamQuotas.AttachedPolicies,
        ["AccountAccessKeysPresent"] = iam.KeysOf(null).Any() ? 1 : 0,
        ["AccountPasswordPresent"] = iam.Root.Seen.HasPassword ? 1 : 0,
        ["GroupsQuota"] = IamQuotas.Groups,
    };
}
