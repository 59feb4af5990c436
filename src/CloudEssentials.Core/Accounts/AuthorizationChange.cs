using CloudEssentials.Policies.Comparison;

namespace CloudEssentials.Accounts;

/// <summary>One thing that differs between two pictures of an account.</summary>
public sealed record AuthorizationChange
{
    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary><c>Added</c>, <c>Removed</c> or <c>Changed</c>.</summary>
    public required string Change { get; init; }

    /// <summary>What it is about: <c>User</c>, <c>Group</c>, <c>Role</c> or <c>Policy</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>
    /// Which part of it: <c>Itself</c>, <c>Membership</c>, <c>AttachedPolicy</c>, <c>InlinePolicy</c>, <c>Document</c>,
    /// <c>TrustPolicy</c>, <c>PermissionsBoundary</c>, <c>InstanceProfile</c>, <c>Tag</c> or <c>Path</c>.
    /// </summary>
    public required string Part { get; init; }

    /// <summary>Which one: the group, the policy, the tag's key.</summary>
    public string? Item { get; init; }

    /// <summary>What was there.</summary>
    public string? Before { get; init; }

    /// <summary>What is there now.</summary>
    public string? After { get; init; }

    /// <summary>Of two documents, what the one grants that the other does not; A is the one before.</summary>
    public PolicyComparison? Comparison { get; init; }

    /// <summary>The change in a few words, for documents by permission.</summary>
    public string Summary => Comparison switch
    {
        { Equivalent: true } => "grants the same, written otherwise",
        { GrantsTheSame: true } => $"grants the same, and denies otherwise: {Comparison.Denials[0]}{More(Comparison.Denials.Count)}",
        { IsProved: false } => "whether it grants the same is not proved",
        { OnlyInA.Count: > 0, OnlyInB.Count: > 0 } => $"grants {Comparison.OnlyInB[0]} and no longer {Comparison.OnlyInA[0]}",
        { OnlyInB.Count: > 0 } => $"grants more: {Comparison.OnlyInB[0]}{More(Comparison.OnlyInB.Count)}",
        { OnlyInA.Count: > 0 } => $"grants less: {Comparison.OnlyInA[0]}{More(Comparison.OnlyInA.Count)}",
        _ => (Before, After) switch
        {
            (null, { } after) => Line(after),
            ({ } before, null) => Line(before),
            ({ } before, { } after) => $"{Line(before)} -> {Line(after)}",
            _ => "",
        },
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Change} {Type} {Name}: {Part}{(Item is null ? "" : $" {Item}")}";

    private static string Line(string text) => text.Contains('\n', StringComparison.Ordinal)
        ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        : text;

    private static string More(int count) => count > 1 ? $"; and {count - 1} more" : "";
}
