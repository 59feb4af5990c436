namespace CloudEssentials.Accounts.Access;

/// <summary>What stops a permission, wholly or in some cases.</summary>
public sealed record AccessStop
{
    /// <summary><c>Deny</c> or <c>PermissionsBoundary</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The group that brings the Deny; null where the policy is the principal's own.</summary>
    public string? GroupName { get; init; }

    /// <summary>The policy's name.</summary>
    public required string PolicyName { get; init; }

    /// <summary>The ARN of a managed policy; null for an inline one.</summary>
    public string? PolicyArn { get; init; }

    /// <summary>The statement that denies; null for a boundary that just does not allow.</summary>
    public string? Statement { get; init; }

    /// <summary>The resources that it is stopped on.</summary>
    public IReadOnlyList<string> Resource { get; init; } = ["*"];

    /// <summary>The conditions under which it stops; null where it always does.</summary>
    public string? Condition { get; init; }

    /// <summary>True where it stops the permission altogether, false where on some resources or in some cases.</summary>
    public bool IsWhole { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        string place = Statement is null ? PolicyName : $"{PolicyName}: {Statement}";
        string what = Kind == "Deny" ? "denied by" : Statement is null && Condition is null && IsWhole ? "not allowed by the boundary" : "held by the boundary";
        string where = Resource is ["*"] || IsWhole ? "" : $" on {string.Join(", ", Resource.Take(3))}{(Resource.Count > 3 ? $" and {Resource.Count - 3} more" : "")}";
        return $"{what} {(GroupName is null ? "" : $"group {GroupName} > ")}{place}{where}{(Condition is null ? "" : $" if {Condition}")}";
    }
}
