using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Moves users from one group to another: into the new one before out of the old, so that nobody stands without.</summary>
[Operation("Move", "TeamMember", Impact = ChangeImpact.Medium)]
public sealed class MoveTeamMember : IOperation<MoveTeamMemberRequest, TeamMove>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TeamMove> RunAsync(
        MoveTeamMemberRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.From.Equals(request.To, StringComparison.OrdinalIgnoreCase))
            throw new CloudException("SameGroup", "-From and -To name the same group.", CloudErrorCategory.InvalidArgument, request.To, "Name the group to leave and the group to join.");
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        MemberGateway gateway = new(place.Connection);
        foreach (string group in new[] { request.From, request.To })
        {
            if (await gateway.FindGroupAsync(group, cancellationToken).ConfigureAwait(false) is null)
                throw new CloudException("GroupMissing", $"There is no group '{group}'.", CloudErrorCategory.ObjectNotFound, group, "Make it with New-JobFunctionGroup, or look at the names of the groups.");
        }

        foreach (string user in request.UserName)
        {
            TeamMove? move = null;
            try
            {
                move = await MoveAsync(user, request, gateway, host, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                host.WriteError(CloudErrors.From(exception));
            }

            if (move is not null)
                yield return move with { AccountId = place.AccountId, Source = place.Source };
        }
    }

    private static async Task<TeamMove?> MoveAsync(string user, MoveTeamMemberRequest request, MemberGateway gateway, IOperationHost host, CancellationToken cancellationToken)
    {
        List<string> groups = [.. await gateway.GroupsOfAsync(user, cancellationToken).ConfigureAwait(false)];
        bool isOld = groups.Contains(request.From, StringComparer.OrdinalIgnoreCase), isNew = groups.Contains(request.To, StringComparer.OrdinalIgnoreCase);
        if (!isOld && !isNew)
            throw new CloudException("NotInGroup", $"{user} is not in the group '{request.From}'.", CloudErrorCategory.InvalidArgument, user, $"The groups are: {(groups.Count == 0 ? "none" : string.Join(", ", groups))}.");
        ChangeSteps steps = new(host);
        if (!isNew && await steps.TakeAsync($"{user}: {request.To}", "Add the user to the group", () => gateway.AddAsync(user, request.To, cancellationToken)).ConfigureAwait(false))
            groups.Add(request.To);
        // Who declined the first half is not asked for the second: the user would lose both.
        if (isOld && (!steps.Declined || steps.Done.Count > 0 || isNew)
            && await steps.TakeAsync($"{user}: {request.From}", "Take the user out of the group", () => gateway.RemoveAsync(user, request.From, cancellationToken)).ConfigureAwait(false))
        {
            groups.RemoveAll(group => group.Equals(request.From, StringComparison.OrdinalIgnoreCase));
        }

        return steps.Declined
            ? null
            : new() { UserName = user, From = request.From, To = request.To, Group = groups, Change = steps.Done };
    }
}
