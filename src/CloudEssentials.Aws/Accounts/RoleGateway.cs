using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CloudEssentials.Aws.Clients;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.Errors;
using CloudEssentials.Policies;

namespace CloudEssentials.Aws.Accounts;

/// <summary>Roles, the instance profiles that carry them, and the providers that people come from.</summary>
/// <param name="connection">The account.</param>
public sealed class RoleGateway(AwsConnection connection)
{
    private const string _identityCenterProvider = ":saml-provider/AWSSSO_";

    private readonly AmazonIdentityManagementServiceClient _client = connection.Iam();

    /// <summary>Finds a role.</summary>
    /// <returns>Its ARN, whom it trusts, and how long its sessions may be in seconds; or null.</returns>
    public async Task<(string Arn, PolicyDocument Trust, int MaximumSession)?> FindAsync(string roleName, CancellationToken cancellationToken)
    {
        try
        {
            Role role = (await _client.GetRoleAsync(new() { RoleName = roleName }, cancellationToken).ConfigureAwait(false)).Role;
            return (role.Arn, PolicyDocument.Parse(role.AssumeRolePolicyDocument), role.MaxSessionDuration ?? 3600);
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    /// <summary>Makes a role without any permission, and waits until IAM knows it everywhere.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> CreateAsync(string roleName, PolicyDocument trust, string? description, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trust);
        string arn = (await _client.CreateRoleAsync(
            new() { RoleName = roleName, AssumeRolePolicyDocument = trust.ToJson(PolicyJsonStyle.Compact), Description = description },
            cancellationToken).ConfigureAwait(false)).Role.Arn;
        await _client.WaitUntilRoleExistsAsync(new() { RoleName = roleName }, cancellationToken: cancellationToken).ConfigureAwait(false);
        return arn;
    }

    /// <summary>An inline policy of a role, or null.</summary>
    public async Task<PolicyDocument?> FindInlinePolicyAsync(string roleName, string policyName, CancellationToken cancellationToken)
    {
        try
        {
            return PolicyDocument.Parse((await _client.GetRolePolicyAsync(new() { RoleName = roleName, PolicyName = policyName }, cancellationToken).ConfigureAwait(false)).PolicyDocument);
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    /// <summary>Writes an inline policy of a role.</summary>
    public Task PutInlinePolicyAsync(string roleName, string policyName, PolicyDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return _client.PutRolePolicyAsync(
            new() { RoleName = roleName, PolicyName = policyName, PolicyDocument = document.ToJson(PolicyJsonStyle.Compact) },
            cancellationToken);
    }

    /// <summary>Finds an instance profile.</summary>
    /// <returns>Its ARN and the names of its roles, or null.</returns>
    public async Task<(string Arn, IReadOnlyList<string> Roles)?> FindInstanceProfileAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            InstanceProfile profile = (await _client.GetInstanceProfileAsync(new() { InstanceProfileName = name }, cancellationToken).ConfigureAwait(false)).InstanceProfile;
            return (profile.Arn, [.. (profile.Roles ?? []).Select(role => role.RoleName)]);
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    /// <summary>Makes an instance profile.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> CreateInstanceProfileAsync(string name, CancellationToken cancellationToken)
    {
        string arn = (await _client.CreateInstanceProfileAsync(new() { InstanceProfileName = name }, cancellationToken).ConfigureAwait(false)).InstanceProfile.Arn;
        await _client.WaitUntilInstanceProfileExistsAsync(new() { InstanceProfileName = name }, cancellationToken: cancellationToken).ConfigureAwait(false);
        return arn;
    }

    /// <summary>Puts a role into an instance profile.</summary>
    public Task AddToInstanceProfileAsync(string name, string roleName, CancellationToken cancellationToken) =>
        _client.AddRoleToInstanceProfileAsync(new() { InstanceProfileName = name, RoleName = roleName }, cancellationToken);

    /// <summary>
    /// Makes sure that the caller may hand a role to a service, as far as that can be known: who may not ask, and whose policies cannot be
    /// asked for, is told by the service itself.
    /// </summary>
    /// <param name="callerArn">The caller's ARN.</param>
    /// <param name="roleArn">The role; it need not exist yet.</param>
    /// <param name="service">The service, such as <c>ec2.amazonaws.com</c>.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="CloudException"><c>AccessDenied</c>, with the smallest statement that would allow it.</exception>
    public async Task CheckMayPassAsync(string callerArn, string roleArn, string service, CancellationToken cancellationToken)
    {
        if (PrincipalOf(callerArn) is not { } principal)
            return;
        SimulatePrincipalPolicyRequest request = new()
        {
            PolicySourceArn = principal,
            ActionNames = ["iam:PassRole"],
            ResourceArns = [roleArn],
            ContextEntries = [new() { ContextKeyName = "iam:PassedToService", ContextKeyType = ContextKeyTypeEnum.String, ContextKeyValues = [service] }],
        };
        SimulatePrincipalPolicyResponse answer;
        try
        {
            answer = await _client.SimulatePrincipalPolicyAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException)
        {
            return;
        }

        if (answer.EvaluationResults?.FirstOrDefault()?.EvalDecision is { } decision && decision != PolicyEvaluationDecisionType.Allowed)
        {
            throw new CloudException(
                "AccessDenied",
                $"iam:PassRole is refused on {roleArn}: {principal} may not hand it to {service}.",
                CloudErrorCategory.PermissionDenied,
                roleArn,
                decision == PolicyEvaluationDecisionType.ExplicitDeny ? "No Allow helps against the explicit deny: the policy that denies must change." : $"This statement would allow it: {ServiceRefusal.PassRole(roleArn, service)}");
        }
    }

    /// <summary>The ARNs of the OIDC providers.</summary>
    public async Task<IReadOnlyList<string>> OidcProvidersAsync(CancellationToken cancellationToken) =>
        [.. ((await _client.ListOpenIDConnectProvidersAsync(new(), cancellationToken).ConfigureAwait(false)).OpenIDConnectProviderList ?? []).Select(provider => provider.Arn)];

    /// <summary>The audiences of an OIDC provider.</summary>
    public async Task<IReadOnlyList<string>> AudiencesAsync(string providerArn, CancellationToken cancellationToken) =>
        (await _client.GetOpenIDConnectProviderAsync(new() { OpenIDConnectProviderArn = providerArn }, cancellationToken).ConfigureAwait(false)).ClientIDList ?? [];

    /// <summary>Makes an OIDC provider.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> CreateOidcProviderAsync(string url, string audience, CancellationToken cancellationToken) =>
        (await _client.CreateOpenIDConnectProviderAsync(new() { Url = url, ClientIDList = [audience] }, cancellationToken).ConfigureAwait(false)).OpenIDConnectProviderArn;

    /// <summary>Adds an audience to an OIDC provider.</summary>
    public Task AddAudienceAsync(string providerArn, string audience, CancellationToken cancellationToken) =>
        _client.AddClientIDToOpenIDConnectProviderAsync(new() { OpenIDConnectProviderArn = providerArn, ClientID = audience }, cancellationToken);

    /// <summary>The ARNs of the SAML providers.</summary>
    public async Task<IReadOnlyList<string>> SamlProvidersAsync(CancellationToken cancellationToken) =>
        [.. ((await _client.ListSAMLProvidersAsync(new(), cancellationToken).ConfigureAwait(false)).SAMLProviderList ?? []).Select(provider => provider.Arn)];

    /// <summary>Makes a SAML provider.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> CreateSamlProviderAsync(string name, string metadata, CancellationToken cancellationToken) =>
        (await _client.CreateSAMLProviderAsync(new() { Name = name, SAMLMetadataDocument = metadata }, cancellationToken).ConfigureAwait(false)).SAMLProviderArn;

    // The policies of a session are those of its role, whose ARN the session's tells but for the path; root has none.
    private static string? PrincipalOf(string callerArn)
    {
        string[] parts = callerArn.Split(':', 6);
        if (parts.Length < 6)
            return null;
        string[] names = parts[5].Split('/');
        return names[0] switch
        {
            "user" => callerArn,
            "assumed-role" => $"{parts[0]}:{parts[1]}:iam::{parts[4]}:role/{names[1]}",
            _ => null,
        };
    }

    /// <summary>True where IAM Identity Center works in this account: it makes a provider of its own in every account that it gives access to.</summary>
    /// <param name="samlProviders">The ARNs of the account's SAML providers.</param>
    public static bool ShowsIdentityCenter(IEnumerable<string> samlProviders) =>
        samlProviders.Any(arn => arn.Contains(_identityCenterProvider, StringComparison.Ordinal));
}
