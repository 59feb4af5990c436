namespace CloudEssentials.Accounts;

/// <summary>A user who went from one group to another.</summary>
public sealed record TeamMove
{
    /// <summary>The user's name.</summary>
    public required string UserName { get; init; }

    /// <summary>The group that was left.</summary>
    public required string From { get; init; }

    /// <summary>The group that was joined.</summary>
    public required string To { get; init; }

    /// <summary>The user's groups now.</summary>
    public required IReadOnlyList<string> Group { get; init; }

    /// <summary>What this run changed; empty where the user had moved already.</summary>
    public required IReadOnlyList<string> Change { get; init; }

    /// <summary>The account's id.</summary>
    public string? AccountId { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string? Source { get; init; }
}
