using CloudEssentials.Catalog;

namespace CloudEssentials.Accounts.Access;

/// <summary>What a user or role may do in one service, by access level.</summary>
public sealed record PrincipalServiceAccess
{
    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary><c>User</c> or <c>Role</c>.</summary>
    public required string PrincipalType { get; init; }

    /// <summary>The user's or role's name.</summary>
    public required string PrincipalName { get; init; }

    /// <summary>The user's or role's ARN.</summary>
    public required string PrincipalArn { get; init; }

    /// <summary>The service's prefix, such as <c>s3</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The service's name.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The figures of each level that the service has.</summary>
    public required IReadOnlyList<ServiceAccessLevel> Levels { get; init; }

    /// <summary>The actions, those under conditions among them.</summary>
    public required IReadOnlyList<string> Action { get; init; }

    /// <summary>The resources on which.</summary>
    public required IReadOnlyList<string> Resource { get; init; }

    /// <summary>The policies that allow it, with the groups that bring them.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>What holds it back in part.</summary>
    public IReadOnlyList<string> StoppedBy { get; init; } = [];

    /// <summary>Actions that list.</summary>
    public string List => Of(AccessLevel.List);

    /// <summary>Actions that read.</summary>
    public string Read => Of(AccessLevel.Read);

    /// <summary>Actions that write.</summary>
    public string Write => Of(AccessLevel.Write);

    /// <summary>Actions that tag.</summary>
    public string Tagging => Of(AccessLevel.Tagging);

    /// <summary>Actions that change permissions.</summary>
    public string PermissionsManagement => Of(AccessLevel.PermissionsManagement);

    /// <inheritdoc/>
    public override string ToString() => $"{PrincipalName}: {Service}";

    private string Of(AccessLevel level) => Levels.FirstOrDefault(found => found.Level == level)?.ToString() ?? "";
}
