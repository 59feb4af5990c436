namespace CloudEssentials.DirectoryApp;

/// <summary>An application that was removed.</summary>
public sealed record RemovedDirectoryApp
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its Region.</summary>
    public required string Region { get; init; }

    /// <summary>What was deleted, each in words.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>What was kept, each in words: the bucket and the table, where they were not to be removed.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>How many resources were deleted.</summary>
    public int DeletedCount => Deleted.Count;

    /// <summary>True where nothing bears the application's tag any more but terminated instances and what was kept.</summary>
    public required bool IsGone { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string Source { get; init; } = "";
}
