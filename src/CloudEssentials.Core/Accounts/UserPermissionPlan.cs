using CloudEssentials.Policies.Comparison;

namespace CloudEssentials.Accounts;

/// <summary>How a user's own policies are turned into membership of groups, and the proof that the user may do the same after it.</summary>
public sealed record UserPermissionPlan
{
    /// <summary>The user.</summary>
    public required IamUser User { get; init; }

    /// <summary>The groups that take over; none where the user's groups bring it all already.</summary>
    public required IReadOnlyList<PlannedGroup> Groups { get; init; }

    /// <summary>What both sides grant, held against each other.</summary>
    public required PolicyComparison Proof { get; init; }

    /// <summary>Whether there is anything to move.</summary>
    public bool IsEmpty => User.AttachedPolicies.Count + User.InlinePolicies.Count == 0;

    /// <summary>The plan in one sentence.</summary>
    /// <returns>Such as <c>make the group 'x' with A and B, add anna to it, then take A and B from anna</c>.</returns>
    public override string ToString()
    {
        List<string> steps = [];
        foreach (PlannedGroup group in Groups)
        {
            string[] policies = [.. group.Attach.Select(policy => policy.PolicyName), .. group.Put.Select(policy => $"{policy.PolicyName} (inline)")];
            if (group.IsNew)
                steps.Add($"make the group '{group.Name}'{(policies.Length > 0 ? $" with {string.Join(", ", policies)}" : "")}");
            else if (policies.Length > 0)
                steps.Add($"give {string.Join(", ", policies)} to the group '{group.Name}'");
            if (!group.HasUser)
                steps.Add($"add {User.UserName} to '{group.Name}'");
        }

        steps.Add($"take {string.Join(", ", User.AttachedPolicies.Select(policy => policy.PolicyName).Concat(User.InlinePolicies.Select(policy => policy.PolicyName)))} from {User.UserName}");
        return string.Join("; ", steps);
    }
}
