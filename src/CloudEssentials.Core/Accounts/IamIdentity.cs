namespace CloudEssentials.Accounts;

/// <summary>A user, a group or a role: what policies are attached to.</summary>
public abstract record IamIdentity : IamEntity
{
    /// <summary>The policies that are part of it.</summary>
    public IReadOnlyList<IamInlinePolicy> InlinePolicies { get; init; } = [];

    /// <summary>The managed policies that are attached to it.</summary>
    public IReadOnlyList<IamAttachedPolicy> AttachedPolicies { get; init; } = [];

    /// <summary>The ARN of the managed policy that is its permissions boundary; null where it has none, as a group always.</summary>
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>What it is: <c>User</c>, <c>Group</c> or <c>Role</c>.</summary>
    public abstract string Type { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => Arn;
}
