using CloudEssentials.Policies.Comparison;

namespace CloudEssentials.Accounts;

/// <summary>What became of a user's own policies.</summary>
public sealed record UserPermissionMove
{
    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The user.</summary>
    public required string UserName { get; init; }

    /// <summary><c>Moved</c>, <c>Planned</c> (under <c>-WhatIf</c>, or where the answer was no) or <c>NothingToMove</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The groups that bring the permissions now.</summary>
    public IReadOnlyList<string> GroupName { get; init; } = [];

    /// <summary>The policies that are no longer the user's own.</summary>
    public IReadOnlyList<string> PolicyName { get; init; } = [];

    /// <summary>The proof that the user may do the same as before.</summary>
    public PolicyComparison? Proof { get; init; }

    /// <summary>The steps in one sentence.</summary>
    public string? Plan { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{UserName}: {Status}";
}
