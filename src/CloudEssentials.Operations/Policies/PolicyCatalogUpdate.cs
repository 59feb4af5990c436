namespace CloudEssentials.Operations.Policies;

/// <summary>What <c>Update-PolicyCatalog</c> has done.</summary>
public sealed record PolicyCatalogUpdate
{
    /// <summary>The file that serves now.</summary>
    public required string Path { get; init; }

    /// <summary>The day of its facts.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The day of the facts that served before.</summary>
    public required DateOnly PreviousDate { get; init; }

    /// <summary>How many services it has.</summary>
    public required int ServiceCount { get; init; }

    /// <summary>How many actions it has.</summary>
    public required int ActionCount { get; init; }

    /// <summary>The actions that the one before did not have; empty after going back.</summary>
    public required IReadOnlyList<string> AddedAction { get; init; }

    /// <summary>Whether it went back.</summary>
    public required bool RolledBack { get; init; }
}
