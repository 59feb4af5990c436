namespace CloudEssentials.Accounts;

/// <summary>Whether a password would do. The password itself is nowhere in it.</summary>
public sealed record PasswordVerdict
{
    /// <summary>True where the account's policy takes it and it is hard to guess.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>True where the account's policy takes it.</summary>
    public required bool MeetsPolicy { get; init; }

    /// <summary>0 (guessed at once) to 4 (not in practice).</summary>
    public required int Score { get; init; }

    /// <summary>The number of guesses that it takes, as a power of ten.</summary>
    public required double GuessesLog10 { get; init; }

    /// <summary>What is against it; empty where nothing is.</summary>
    public required IReadOnlyList<string> Reason { get; init; }

    /// <summary>What would make it better.</summary>
    public required IReadOnlyList<string> Suggestion { get; init; }

    /// <summary>The policy that it was held against.</summary>
    public required AccountPasswordPolicy Policy { get; init; }
}
