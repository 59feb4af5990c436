namespace CloudEssentials.Accounts.Access;

/// <summary>How a permission comes to a principal: by which group, which policy, which statement.</summary>
public sealed record AccessPath
{
    /// <summary>The group that brings it; null where the policy is the principal's own.</summary>
    public string? GroupName { get; init; }

    /// <summary>The policy's name.</summary>
    public required string PolicyName { get; init; }

    /// <summary>The ARN of a managed policy; null for an inline one.</summary>
    public string? PolicyArn { get; init; }

    /// <summary>The statement's Sid, or its place such as <c>statement 2</c>.</summary>
    public required string Statement { get; init; }

    /// <summary>The resources that it names and that the action can act on.</summary>
    public required IReadOnlyList<string> Resource { get; init; }

    /// <summary>The conditions that the account's policies alone do not settle; null where there are none.</summary>
    public string? Condition { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{(GroupName is null ? "" : $"group {GroupName} > ")}{PolicyName}: {Statement}{(Condition is null ? "" : $" if {Condition}")}";
}
