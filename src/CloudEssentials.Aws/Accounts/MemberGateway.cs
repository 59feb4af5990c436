using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CloudEssentials.Aws.Clients;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Policies;

namespace CloudEssentials.Aws.Accounts;

/// <summary>Users and the groups that they belong to.</summary>
/// <param name="connection">The account.</param>
public sealed class MemberGateway(AwsConnection connection)
{
    private readonly AmazonIdentityManagementServiceClient _client = connection.Iam();

    /// <summary>Finds a user.</summary>
    /// <returns>The ARN, or null.</returns>
    public Task<string?> FindUserAsync(string userName, CancellationToken cancellationToken) =>
        FindAsync(async () => (await _client.GetUserAsync(new() { UserName = userName }, cancellationToken).ConfigureAwait(false)).User.Arn);

    /// <summary>Makes a user without any permission, and waits until IAM knows it everywhere.</summary>
    /// <returns>The ARN.</returns>
    public async Task<string> CreateUserAsync(string userName, CancellationToken cancellationToken)
    {
        string arn = (await _client.CreateUserAsync(new() { UserName = userName }, cancellationToken).ConfigureAwait(false)).User.Arn;
        await _client.WaitUntilUserExistsAsync(new() { UserName = userName }, cancellationToken: cancellationToken).ConfigureAwait(false);
        return arn;
    }

    /// <summary>The names of a user's groups.</summary>
    public Task<IReadOnlyList<string>> GroupsOfAsync(string userName, CancellationToken cancellationToken) =>
        ListAsync(_client.Paginators.ListGroupsForUser(new() { UserName = userName }).Groups, group => group.GroupName, cancellationToken);

    /// <summary>Puts a user into a group.</summary>
    public Task AddAsync(string userName, string groupName, CancellationToken cancellationToken) =>
        _client.AddUserToGroupAsync(new() { UserName = userName, GroupName = groupName }, cancellationToken);

    /// <summary>Takes a user out of a group.</summary>
    public Task RemoveAsync(string userName, string groupName, CancellationToken cancellationToken) =>
        _client.RemoveUserFromGroupAsync(new() { UserName = userName, GroupName = groupName }, cancellationToken);

    /// <summary>True where a user has a password.</summary>
    public async Task<bool> HasPasswordAsync(string userName, CancellationToken cancellationToken) =>
        await FindAsync(async () => (await _client.GetLoginProfileAsync(new() { UserName = userName }, cancellationToken).ConfigureAwait(false)).LoginProfile.UserName).ConfigureAwait(false) is not null;

    /// <summary>Gives a user a password, to be changed at the first sign-in.</summary>
    public Task SetPasswordAsync(string userName, string password, CancellationToken cancellationToken) =>
        _client.CreateLoginProfileAsync(new() { UserName = userName, Password = password, PasswordResetRequired = true }, cancellationToken);

    /// <summary>The ids of a user's access keys.</summary>
    public Task<IReadOnlyList<string>> AccessKeysOfAsync(string userName, CancellationToken cancellationToken) =>
        ListAsync(_client.Paginators.ListAccessKeys(new() { UserName = userName }).AccessKeyMetadata, key => key.AccessKeyId, cancellationToken);

    /// <summary>Makes an access key.</summary>
    /// <returns>Its id and its secret.</returns>
    public async Task<(string Id, string Secret)> CreateAccessKeyAsync(string userName, CancellationToken cancellationToken)
    {
        AccessKey key = (await _client.CreateAccessKeyAsync(new() { UserName = userName }, cancellationToken).ConfigureAwait(false)).AccessKey;
        return (key.AccessKeyId, key.SecretAccessKey);
    }

    /// <summary>Finds a group.</summary>
    /// <returns>The ARN, or null.</returns>
    public Task<string?> FindGroupAsync(string groupName, CancellationToken cancellationToken) =>
        FindAsync(async () => (await _client.GetGroupAsync(new() { GroupName = groupName, MaxItems = 1 }, cancellationToken).ConfigureAwait(false)).Group.Arn);

    /// <summary>Makes a group.</summary>
    /// <returns>The ARN.</returns>
    public async Task<string> CreateGroupAsync(string groupName, CancellationToken cancellationToken) =>
        (await _client.CreateGroupAsync(new() { GroupName = groupName }, cancellationToken).ConfigureAwait(false)).Group.Arn;

    /// <summary>The ARNs of the managed policies of a group.</summary>
    public Task<IReadOnlyList<string>> ManagedPoliciesOfAsync(string groupName, CancellationToken cancellationToken) =>
        ListAsync(_client.Paginators.ListAttachedGroupPolicies(new() { GroupName = groupName }).AttachedPolicies, policy => policy.PolicyArn, cancellationToken);

    /// <summary>Attaches a managed policy to a group.</summary>
    public Task AttachAsync(string groupName, string policyArn, CancellationToken cancellationToken) =>
        _client.AttachGroupPolicyAsync(new() { GroupName = groupName, PolicyArn = policyArn }, cancellationToken);

    /// <summary>The names of the inline policies of a group.</summary>
    public Task<IReadOnlyList<string>> InlinePoliciesOfAsync(string groupName, CancellationToken cancellationToken) =>
        ListAsync(_client.Paginators.ListGroupPolicies(new() { GroupName = groupName }).PolicyNames, name => name, cancellationToken);

    /// <summary>An inline policy of a group.</summary>
    public async Task<PolicyDocument> InlinePolicyOfAsync(string groupName, string policyName, CancellationToken cancellationToken) =>
        PolicyDocument.Parse((await _client.GetGroupPolicyAsync(new() { GroupName = groupName, PolicyName = policyName }, cancellationToken).ConfigureAwait(false)).PolicyDocument);

    /// <summary>Writes an inline policy of a group.</summary>
    public Task PutInlinePolicyAsync(string groupName, string policyName, PolicyDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return _client.PutGroupPolicyAsync(
            new() { GroupName = groupName, PolicyName = policyName, PolicyDocument = document.ToJson(PolicyJsonStyle.Compact) },
            cancellationToken);
    }

    /// <summary>The document of a managed policy, as it stands now.</summary>
    public async Task<PolicyDocument> ManagedPolicyAsync(string policyArn, CancellationToken cancellationToken)
    {
        string version = (await _client.GetPolicyAsync(new() { PolicyArn = policyArn }, cancellationToken).ConfigureAwait(false)).Policy.DefaultVersionId;
        GetPolicyVersionResponse response = await _client.GetPolicyVersionAsync(new() { PolicyArn = policyArn, VersionId = version }, cancellationToken).ConfigureAwait(false);
        return PolicyDocument.Parse(response.PolicyVersion.Document);
    }

    private static async Task<string?> FindAsync(Func<Task<string>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<string>> ListAsync<TItem>(IPaginatedEnumerable<TItem> items, Func<TItem, string> select, CancellationToken cancellationToken)
    {
        List<string> results = [];
        await foreach (TItem item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            results.Add(select(item));
        return results;
    }
}
