namespace CloudEssentials.Accounts;

/// <summary>The actions that read each part of an account.</summary>
public static class FactPermissions
{
    private static readonly Dictionary<AccountFactKinds, string[]> _actions = new()
    {
        [AccountFactKinds.CredentialReport] = ["iam:GenerateCredentialReport", "iam:GetCredentialReport"],
        [AccountFactKinds.Summary] = ["iam:GetAccountSummary"],
        [AccountFactKinds.VirtualMfaDevices] = ["iam:ListVirtualMFADevices"],
        [AccountFactKinds.Authorization] = ["iam:GetAccountAuthorizationDetails"],
        [AccountFactKinds.PasswordPolicy] = ["iam:GetAccountPasswordPolicy"],
        [AccountFactKinds.ServerCertificates] = ["iam:ListServerCertificates"],
        [AccountFactKinds.IdentityProviders] = ["iam:ListSAMLProviders", "iam:ListOpenIDConnectProviders"],
        [AccountFactKinds.Organization] = ["organizations:DescribeOrganization"],
        [AccountFactKinds.RootFeatures] = ["iam:ListOrganizationsFeatures"],
        [AccountFactKinds.DelegatedAdministrators] = ["organizations:ListDelegatedAdministrators"],
        [AccountFactKinds.Guardrails] = ["organizations:ListRoots", "organizations:ListPoliciesForTarget"],
        [AccountFactKinds.Contact] = ["account:GetContactInformation"],
        [AccountFactKinds.SecurityContact] = ["account:GetAlternateContact"],
        [AccountFactKinds.Analyzers] = ["ec2:DescribeRegions", "access-analyzer:ListAnalyzers"],
        [AccountFactKinds.Instances] = ["ec2:DescribeRegions", "ec2:DescribeInstances"],
        [AccountFactKinds.RoleSessions] = ["iam:ListRoles"],
        [AccountFactKinds.MemberRoot] = ["organizations:ListAccounts", "sts:AssumeRoot"],
    };

    /// <summary>The actions.</summary>
    /// <param name="kinds">What is read.</param>
    public static IReadOnlyList<string> Of(AccountFactKinds kinds) => [.. _actions.Where(pair => kinds.HasFlag(pair.Key)).SelectMany(pair => pair.Value).Distinct()];
}
