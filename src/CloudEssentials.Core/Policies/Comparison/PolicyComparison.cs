namespace CloudEssentials.Policies.Comparison;

/// <summary>What two policies grant, held against each other.</summary>
public sealed record PolicyComparison
{
    /// <summary>True where it is proved that both grant the same.</summary>
    public bool Equivalent => IsProved && Differences.Count == 0;

    /// <summary>True where the answer is proved: no difference at all, or at least one that is certain.</summary>
    public bool IsProved => UnprovedReason is null;

    /// <summary>Why nothing is proved, or null.</summary>
    public string? UnprovedReason { get; init; }

    /// <summary>What the first policy grants and the second does not.</summary>
    public IReadOnlyList<PolicyDifference> OnlyInA => [.. Differences.Where(difference => difference.GrantedBy == "A")];

    /// <summary>What the second policy grants and the first does not.</summary>
    public IReadOnlyList<PolicyDifference> OnlyInB => [.. Differences.Where(difference => difference.GrantedBy == "B")];

    /// <summary>All differences.</summary>
    public required IReadOnlyList<PolicyDifference> Differences { get; init; }

    /// <summary>The catalogue whose actions were compared, by its date; actions that AWS adds later are not in it.</summary>
    public required string Basis { get; init; }

    /// <summary>The answer in a few words.</summary>
    public string Verdict => (IsProved, Differences.Count) switch
    {
        (true, 0) => "Equivalent",
        (true, _) => "Different",
        _ => "Not proved",
    };

    /// <inheritdoc/>
    public override string ToString() => UnprovedReason is null ? Verdict : $"{Verdict}: {UnprovedReason}";
}
