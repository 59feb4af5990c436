namespace CloudEssentials.Policies.Comparison;

/// <summary>What two policies grant and deny, held against each other.</summary>
public sealed record PolicyComparison
{
    /// <summary>True where it is proved that both grant the same and deny the same, so that either may stand for the other beside any other policies.</summary>
    public bool Equivalent => GrantsTheSame && Denials.Count == 0;

    /// <summary>True where it is proved that each, standing alone, grants what the other does.</summary>
    public bool GrantsTheSame => IsProved && Differences.Count == 0;

    /// <summary>True where the answer is proved: no difference at all, or at least one that is certain.</summary>
    public bool IsProved => UnprovedReason is null;

    /// <summary>Why nothing is proved, or null.</summary>
    public string? UnprovedReason { get; init; }

    /// <summary>What the first policy grants and the second does not.</summary>
    public IReadOnlyList<PolicyDifference> OnlyInA => [.. Differences.Where(difference => difference.GrantedBy == "A")];

    /// <summary>What the second policy grants and the first does not.</summary>
    public IReadOnlyList<PolicyDifference> OnlyInB => [.. Differences.Where(difference => difference.GrantedBy == "B")];

    /// <summary>All that one grants and the other does not.</summary>
    public required IReadOnlyList<PolicyDifference> Differences { get; init; }

    /// <summary>
    /// What one explicitly denies and the other does not; <see cref="PolicyDifference.GrantedBy"/> names the one that denies.
    /// An explicit deny overrides what any other policy allows.
    /// See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html.
    /// </summary>
    public IReadOnlyList<PolicyDifference> Denials { get; init; } = [];

    /// <summary>The catalogue whose actions were compared, by its date; actions that AWS adds later are not in it.</summary>
    public required string Basis { get; init; }

    /// <summary>The answer in a few words.</summary>
    public string Verdict => (IsProved, Differences.Count, Denials.Count) switch
    {
        (true, 0, 0) => "Equivalent",
        (true, 0, _) => "Grants the same, denies otherwise",
        (true, _, _) => "Different",
        _ => "Not proved",
    };

    /// <inheritdoc/>
    public override string ToString() => UnprovedReason is null ? Verdict : $"{Verdict}: {UnprovedReason}";
}
