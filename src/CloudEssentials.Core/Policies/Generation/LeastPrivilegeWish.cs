using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Generation;

/// <summary>What a job needs, in the words of the one who asks.</summary>
public sealed record LeastPrivilegeWish
{
    /// <summary>The actions, such as <c>s3:GetObject</c>; wildcards stand for the catalogue's actions that they match.</summary>
    public IReadOnlyList<string> Action { get; init; } = [];

    /// <summary>The ARNs, wildcards and policy variables allowed, with which each action is paired by type.</summary>
    public IReadOnlyList<string> Resource { get; init; } = [];

    /// <summary>Without <see cref="Action"/>: the access levels wanted.</summary>
    public IReadOnlyList<AccessLevel> AccessLevel { get; init; } = [];

    /// <summary>Without <see cref="Action"/> and <see cref="Resource"/>: the services, by prefix.</summary>
    public IReadOnlyList<string> Service { get; init; } = [];

    /// <summary>Who is allowed, where the policy is attached to a resource: ARNs, service principals, or <c>*</c>.</summary>
    public IReadOnlyList<string> Principal { get; init; } = [];

    /// <summary>Conditions of every statement: operator, key, values.</summary>
    public IReadOnlyList<WishedCondition> Condition { get; init; } = [];

    /// <summary>True to add the actions on which the wanted ones depend.</summary>
    public bool IncludeDependentAction { get; init; }

    /// <summary>The Regions that requests may go to; services that are global are left out of it.</summary>
    public IReadOnlyList<string> RequestedRegion { get; init; } = [];

    /// <summary>The Sid of the first statement; the others get it with a number.</summary>
    public string? Sid { get; init; }

    /// <summary>What the policy is attached to.</summary>
    public PolicyType PolicyType { get; init; }

    /// <summary>The characters that one policy may have, white space not counted; null for the quota of its kind.</summary>
    public int? MaximumSize { get; init; }
}
