using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>
/// Turns policies that are users' own into groups with the same effective permissions, proved equal before anything
/// changes. A user is in the group before the policies go, and so never has less.
/// </summary>
[Operation("Move", "UserPermission", Impact = ChangeImpact.Medium)]
public sealed class MoveUserPermission : IOperation<MoveUserPermissionRequest, UserPermissionMove>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<UserPermissionMove> RunAsync(
        MoveUserPermissionRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccountAuthorization account = await host.TakeAuthorizationAsync(request, cancellationToken).ConfigureAwait(false);
        UserPermissionGateway gateway = new(await host.ConnectAsync(request, cancellationToken).ConfigureAwait(false));
        UserPermissionPlanner planner = new(account);
        foreach (string name in request.UserName.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            UserPermissionMove? move = null;
            try
            {
                UserPermissionPlan plan = Plan(name, request.GroupName, account, planner);
                move = await MoveAsync(plan, account.AccountId, gateway, host, cancellationToken).ConfigureAwait(false);
                if (move.Status == "Moved")
                    planner.Note(plan);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                host.WriteError(CloudErrors.From(exception));
            }

            if (move is not null)
                yield return move;
        }
    }

    private static UserPermissionPlan Plan(string name, string? groupName, AccountAuthorization account, UserPermissionPlanner planner)
    {
        IamUser user = account.FindUser(name)
            ?? throw new CloudException("PrincipalUnknown", $"The account {account.AccountId} has no user '{name}'.", CloudErrorCategory.ObjectNotFound, name, "See (Get-AccountAuthorization).Users.");
        UserPermissionPlan plan = planner.Plan(user, groupName);
        return plan.Proof.Equivalent ? plan : throw NotProved(plan);
    }

    private static async Task<UserPermissionMove> MoveAsync(UserPermissionPlan plan, string accountId, UserPermissionGateway gateway, IOperationHost host, CancellationToken cancellationToken)
    {
        UserPermissionMove move = new()
        {
            AccountId = accountId,
            UserName = plan.User.UserName,
            Status = "NothingToMove",
            GroupName = [.. plan.User.Groups.Concat(plan.Groups.Select(group => group.Name)).Distinct(StringComparer.OrdinalIgnoreCase)],
            PolicyName = [.. plan.User.AttachedPolicies.Select(policy => policy.PolicyName), .. plan.User.InlinePolicies.Select(policy => policy.PolicyName)],
            Proof = plan.Proof,
        };
        if (plan.IsEmpty)
            return move;
        move = move with { Plan = plan.ToString() };
        if (!await host.ShouldProcessAsync(plan.User.UserName, plan.ToString()).ConfigureAwait(false))
            return move with { Status = "Planned" };
        ChangeSteps steps = new(host, $"{plan.User.UserName} has no less than before.");
        foreach ((string target, string action, Func<Task> change) in StepsOf(plan, gateway, cancellationToken))
            await steps.RunAsync(target, action, change).ConfigureAwait(false);
        return move with { Status = "Moved" };
    }

    private static IEnumerable<(string Target, string Action, Func<Task> Change)> StepsOf(UserPermissionPlan plan, UserPermissionGateway gateway, CancellationToken cancellationToken)
    {
        string user = plan.User.UserName;
        foreach (PlannedGroup group in plan.Groups)
        {
            if (group.IsNew)
                yield return (group.Name, "Make the group", () => gateway.CreateGroupAsync(group.Name, cancellationToken));
            foreach (IamAttachedPolicy policy in group.Attach)
                yield return (group.Name, $"Attach {policy.PolicyName}", () => gateway.AttachAsync(group.Name, policy.PolicyArn, cancellationToken));
            foreach (IamInlinePolicy policy in group.Put)
                yield return (group.Name, $"Write {policy.PolicyName}", () => gateway.PutAsync(group.Name, policy, cancellationToken));
        }

        foreach (PlannedGroup group in plan.Groups.Where(group => !group.HasUser))
            yield return (user, $"Add to the group {group.Name}", () => gateway.AddAsync(user, group.Name, cancellationToken));
        foreach (IamAttachedPolicy policy in plan.User.AttachedPolicies)
            yield return (user, $"Detach {policy.PolicyName}", () => gateway.DetachAsync(user, policy.PolicyArn, cancellationToken));
        foreach (IamInlinePolicy policy in plan.User.InlinePolicies)
            yield return (user, $"Delete {policy.PolicyName}", () => gateway.DeleteInlineAsync(user, policy.PolicyName, cancellationToken));
    }

    private static CloudException NotProved(UserPermissionPlan plan)
    {
        string why = plan.Proof.UnprovedReason
            ?? $"{string.Join("; ", plan.Proof.OnlyInA.Take(2).Select(difference => $"it would lose {difference}").Concat(plan.Proof.OnlyInB.Take(2).Select(difference => $"it would gain {difference}")))}.";
        return new(
            "PermissionNotProved",
            $"It is not proved that {plan.User.UserName} may do the same afterwards, and nothing was changed: {why}",
            CloudErrorCategory.InvalidOperation,
            plan.User.UserName,
            "Compare the policies with Compare-PolicyDocument, or leave -GroupName out, so that a group of its own is made.");
    }
}
