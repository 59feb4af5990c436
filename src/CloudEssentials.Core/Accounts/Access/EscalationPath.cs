namespace CloudEssentials.Accounts.Access;

/// <summary>A way by which a user or role can get more than its policies say.</summary>
public sealed record EscalationPath
{
    private string[]? _target;

    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary><c>User</c> or <c>Role</c>.</summary>
    public required string PrincipalType { get; init; }

    /// <summary>The user's or role's name.</summary>
    public required string PrincipalName { get; init; }

    /// <summary>The user's or role's ARN.</summary>
    public required string PrincipalArn { get; init; }

    /// <summary>What becomes possible, such as <c>run an instance with any role</c>.</summary>
    public required string Gain { get; init; }

    /// <summary>The actions that it takes, all of them.</summary>
    public required IReadOnlyList<string> Action { get; init; }

    /// <summary>Where the permission for each of the actions comes from, in their order.</summary>
    public required IReadOnlyList<AccessPath> Path { get; init; }

    /// <summary>What in the account it can be done with or to, such as the roles to pass; empty where there is nothing yet.</summary>
    public IReadOnlyList<string> Target => _target ??= [.. Targets];

    internal IEnumerable<string> Targets { get; init; } = [];

    /// <summary>True where no condition holds it back.</summary>
    public bool IsCertain { get; init; }

    /// <summary>The path in one line: user, group, policy, action, what becomes possible.</summary>
    /// <returns>Such as <c>user anna -> group devs -> Deploy: statement 1 -> iam:PassRole + ec2:RunInstances -> run an instance with any role</c>.</returns>
    public override string ToString()
    {
        IEnumerable<string> sources = Path.Select(path => path.ToString().Replace(" > ", " -> ", StringComparison.Ordinal)).Distinct();
        return $"{PrincipalType.ToLowerInvariant()} {PrincipalName} -> {string.Join(" and ", sources)} -> {string.Join(" + ", Action)} -> {Gain}";
    }
}
