using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Aws.Accounts;

/// <summary>
/// Collects what a user or a role may do from its account: inline and managed policies, those of a user's groups, and
/// the permissions boundary. It reads with the actions of <c>IAMReadOnlyAccess</c>.
/// </summary>
/// <param name="connection">The account.</param>
public sealed class PrincipalPolicyReader(AwsConnection connection)
{
    private readonly AmazonIdentityManagementServiceClient _client = connection.Iam();

    /// <summary>Collects a user's policies.</summary>
    /// <param name="userName">The user's name.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="CloudException">AWS's own refusals; <c>PolicySyntaxError</c> for a policy that cannot be read.</exception>
    public async Task<PrincipalPolicies> ReadUserAsync(string userName, CancellationToken cancellationToken)
    {
        User user = (await _client.GetUserAsync(new() { UserName = userName }, cancellationToken).ConfigureAwait(false)).User;
        List<string> groups = await ListAsync(_client.Paginators.ListGroupsForUser(new() { UserName = userName }).Groups, group => group.GroupName, cancellationToken).ConfigureAwait(false);
        List<Task<NamedPolicy>> policies = await UserPoliciesAsync(userName, cancellationToken).ConfigureAwait(false);
        foreach (string group in groups)
            policies.AddRange(await GroupPoliciesAsync(group, cancellationToken).ConfigureAwait(false));
        return new()
        {
            Arn = user.Arn,
            UniqueId = user.UserId,
            Tags = TagsOf(user.Tags),
            Groups = groups,
            IdentityPolicies = await Task.WhenAll(policies).ConfigureAwait(false),
            PermissionsBoundary = await BoundaryAsync(user.PermissionsBoundary, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Collects a role's policies.</summary>
    /// <param name="roleName">The role's name.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="CloudException">AWS's own refusals; <c>PolicySyntaxError</c> for a policy that cannot be read.</exception>
    public async Task<PrincipalPolicies> ReadRoleAsync(string roleName, CancellationToken cancellationToken)
    {
        Role role = (await _client.GetRoleAsync(new() { RoleName = roleName }, cancellationToken).ConfigureAwait(false)).Role;
        List<Task<NamedPolicy>> policies = await ListAsync(
            _client.Paginators.ListRolePolicies(new() { RoleName = roleName }).PolicyNames,
            name => InlineAsync($"{roleName}/{name}", async () => (await _client.GetRolePolicyAsync(new() { RoleName = roleName, PolicyName = name }, cancellationToken).ConfigureAwait(false)).PolicyDocument),
            cancellationToken).ConfigureAwait(false);
        policies.AddRange(await ListAsync(
            _client.Paginators.ListAttachedRolePolicies(new() { RoleName = roleName }).AttachedPolicies,
            policy => ManagedAsync(policy.PolicyArn, cancellationToken),
            cancellationToken).ConfigureAwait(false));
        return new()
        {
            Arn = role.Arn,
            UniqueId = role.RoleId,
            Tags = TagsOf(role.Tags),
            IdentityPolicies = await Task.WhenAll(policies).ConfigureAwait(false),
            PermissionsBoundary = await BoundaryAsync(role.PermissionsBoundary, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<List<Task<NamedPolicy>>> UserPoliciesAsync(string user, CancellationToken cancellationToken)
    {
        List<Task<NamedPolicy>> policies = await ListAsync(
            _client.Paginators.ListUserPolicies(new() { UserName = user }).PolicyNames,
            name => InlineAsync($"{user}/{name}", async () => (await _client.GetUserPolicyAsync(new() { UserName = user, PolicyName = name }, cancellationToken).ConfigureAwait(false)).PolicyDocument),
            cancellationToken).ConfigureAwait(false);
        policies.AddRange(await ListAsync(
            _client.Paginators.ListAttachedUserPolicies(new() { UserName = user }).AttachedPolicies,
            policy => ManagedAsync(policy.PolicyArn, cancellationToken),
            cancellationToken).ConfigureAwait(false));
        return policies;
    }

    private async Task<List<Task<NamedPolicy>>> GroupPoliciesAsync(string group, CancellationToken cancellationToken)
    {
        List<Task<NamedPolicy>> policies = await ListAsync(
            _client.Paginators.ListGroupPolicies(new() { GroupName = group }).PolicyNames,
            name => InlineAsync($"{group}/{name}", async () => (await _client.GetGroupPolicyAsync(new() { GroupName = group, PolicyName = name }, cancellationToken).ConfigureAwait(false)).PolicyDocument),
            cancellationToken).ConfigureAwait(false);
        policies.AddRange(await ListAsync(
            _client.Paginators.ListAttachedGroupPolicies(new() { GroupName = group }).AttachedPolicies,
            policy => ManagedAsync(policy.PolicyArn, cancellationToken),
            cancellationToken).ConfigureAwait(false));
        return policies;
    }

    private async Task<NamedPolicy?> BoundaryAsync(AttachedPermissionsBoundary? boundary, CancellationToken cancellationToken) =>
        boundary?.PermissionsBoundaryArn is { } arn ? await ManagedAsync(arn, cancellationToken).ConfigureAwait(false) : null;

    private static async Task<NamedPolicy> InlineAsync(string name, Func<Task<string>> read) => new(name, PolicyDocument.Parse(await read().ConfigureAwait(false)));

    private async Task<NamedPolicy> ManagedAsync(string arn, CancellationToken cancellationToken)
    {
        GetPolicyResponse policy = await _client.GetPolicyAsync(new() { PolicyArn = arn }, cancellationToken).ConfigureAwait(false);
        GetPolicyVersionResponse version = await _client.GetPolicyVersionAsync(
            new() { PolicyArn = arn, VersionId = policy.Policy.DefaultVersionId },
            cancellationToken).ConfigureAwait(false);
        return new(policy.Policy.PolicyName ?? arn, PolicyDocument.Parse(version.PolicyVersion.Document));
    }

    private static async Task<List<TResult>> ListAsync<TItem, TResult>(IPaginatedEnumerable<TItem> items, Func<TItem, TResult> select, CancellationToken cancellationToken)
    {
        List<TResult> results = [];
        await foreach (TItem item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            results.Add(select(item));
        return results;
    }

    private static KeyValuePair<string, string>[] TagsOf(List<Tag>? tags) => [.. (tags ?? []).Select(tag => KeyValuePair.Create(tag.Key, tag.Value))];
}
