using CloudEssentials.Aws.Accounts;
using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Brings a group to what it should be: what is there already stays untouched.</summary>
internal sealed class GroupMaker(MemberGateway gateway, ChangeSteps steps, CancellationToken cancellationToken)
{
    /// <summary>Makes the group and its policies as far as they are missing.</summary>
    /// <returns>The group's ARN; null where it was not made.</returns>
    internal async Task<string?> MakeAsync(string name, IReadOnlyList<string> managed, IReadOnlyList<KeyValuePair<string, PolicyDocument>> inline)
    {
        string? arn = await gateway.FindGroupAsync(name, cancellationToken).ConfigureAwait(false);
        bool exists = arn is not null;
        if (!exists)
            await steps.TakeAsync(name, "Create the group", async () => arn = await gateway.CreateGroupAsync(name, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);

        IReadOnlyList<string> attached = exists ? await gateway.ManagedPoliciesOfAsync(name, cancellationToken).ConfigureAwait(false) : [];
        foreach (string policy in managed.Except(attached))
            await steps.TakeAsync($"{name}: {policy}", "Attach the managed policy", () => gateway.AttachAsync(name, policy, cancellationToken)).ConfigureAwait(false);

        IReadOnlyList<string> known = exists ? await gateway.InlinePoliciesOfAsync(name, cancellationToken).ConfigureAwait(false) : [];
        foreach ((string policy, PolicyDocument document) in inline)
        {
            if (known.Contains(policy) && document.Equals(await gateway.InlinePolicyOfAsync(name, policy, cancellationToken).ConfigureAwait(false)))
                continue;
            await steps.TakeAsync($"{name}: {policy}", "Write the inline policy", () => gateway.PutInlinePolicyAsync(name, policy, document, cancellationToken)).ConfigureAwait(false);
        }

        return arn;
    }
}
