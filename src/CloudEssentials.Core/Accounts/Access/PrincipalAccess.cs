namespace CloudEssentials.Accounts.Access;

/// <summary>That a user or role may do something, or would but for what stops it.</summary>
public sealed record PrincipalAccess
{
    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary><c>User</c> or <c>Role</c>.</summary>
    public required string PrincipalType { get; init; }

    /// <summary>The user's or role's name.</summary>
    public required string PrincipalName { get; init; }

    /// <summary>The user's or role's ARN.</summary>
    public required string PrincipalArn { get; init; }

    /// <summary>The name, where it is a user.</summary>
    public string? UserName => PrincipalType == "User" ? PrincipalName : null;

    /// <summary>The name, where it is a role.</summary>
    public string? RoleName => PrincipalType == "Role" ? PrincipalName : null;

    /// <summary>The action.</summary>
    public required string Action { get; init; }

    /// <summary>The resource that was asked about; null where any was.</summary>
    public string? Resource { get; init; }

    /// <summary>Whether it may.</summary>
    public required AccessStanding Access { get; init; }

    /// <summary>How the permission comes to it: every statement that allows it.</summary>
    public required IReadOnlyList<AccessPath> Path { get; init; }

    /// <summary>What stops it, wholly, on some resources, or in some cases.</summary>
    public IReadOnlyList<AccessStop> StoppedBy { get; init; } = [];

    /// <summary>The resources on which it is left; empty where it is stopped.</summary>
    public required IReadOnlyList<string> AllowedResource { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{PrincipalType} {PrincipalName}: {Access}, {Action}{(Resource is null ? "" : $" on {Resource}")}";
}
