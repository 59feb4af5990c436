using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Aws.Accounts;

/// <summary>Makes groups of policies and takes policies from users. Each change can be repeated: what stands already is no error.</summary>
/// <param name="connection">The account.</param>
public sealed class UserPermissionGateway(AwsConnection connection)
{
    private readonly AmazonIdentityManagementServiceClient _client = connection.Iam();

    /// <summary>Makes a group (<c>iam:CreateGroup</c>).</summary>
    /// <param name="groupName">Its name.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task CreateGroupAsync(string groupName, CancellationToken cancellationToken) =>
        IgnoreAsync<EntityAlreadyExistsException>(_client.CreateGroupAsync(new() { GroupName = groupName }, cancellationToken));

    /// <summary>Attaches a managed policy to a group (<c>iam:AttachGroupPolicy</c>).</summary>
    /// <param name="groupName">The group.</param>
    /// <param name="policyArn">The policy.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task AttachAsync(string groupName, string policyArn, CancellationToken cancellationToken) =>
        _client.AttachGroupPolicyAsync(new() { GroupName = groupName, PolicyArn = policyArn }, cancellationToken);

    /// <summary>Writes an inline policy into a group (<c>iam:PutGroupPolicy</c>).</summary>
    /// <param name="groupName">The group.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task PutAsync(string groupName, IamInlinePolicy policy, CancellationToken cancellationToken) =>
        _client.PutGroupPolicyAsync(new() { GroupName = groupName, PolicyName = policy.PolicyName, PolicyDocument = policy.PolicyDocument.Text }, cancellationToken);

    /// <summary>Adds a user to a group (<c>iam:AddUserToGroup</c>).</summary>
    /// <param name="userName">The user.</param>
    /// <param name="groupName">The group.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task AddAsync(string userName, string groupName, CancellationToken cancellationToken) =>
        _client.AddUserToGroupAsync(new() { UserName = userName, GroupName = groupName }, cancellationToken);

    /// <summary>Detaches a managed policy from a user (<c>iam:DetachUserPolicy</c>).</summary>
    /// <param name="userName">The user.</param>
    /// <param name="policyArn">The policy.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task DetachAsync(string userName, string policyArn, CancellationToken cancellationToken) =>
        IgnoreAsync<NoSuchEntityException>(_client.DetachUserPolicyAsync(new() { UserName = userName, PolicyArn = policyArn }, cancellationToken));

    /// <summary>Deletes an inline policy of a user (<c>iam:DeleteUserPolicy</c>).</summary>
    /// <param name="userName">The user.</param>
    /// <param name="policyName">The policy.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task DeleteInlineAsync(string userName, string policyName, CancellationToken cancellationToken) =>
        IgnoreAsync<NoSuchEntityException>(_client.DeleteUserPolicyAsync(new() { UserName = userName, PolicyName = policyName }, cancellationToken));

    private static async Task IgnoreAsync<TException>(Task call)
        where TException : Exception
    {
        try
        {
            await call.ConfigureAwait(false);
        }
        catch (TException)
        {
        }
    }
}
