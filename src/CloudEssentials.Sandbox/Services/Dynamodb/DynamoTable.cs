using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>A table, which is made, changed and deleted over some time.</summary>
internal sealed record DynamoTable
{
    public required string Name { get; init; }

    public required string Region { get; init; }

    public required string Arn { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed; null for never.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>When it was told to go; null while nobody has.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>The partition key.</summary>
    public required string HashKey { get; init; }

    /// <summary>The sort key; null for none.</summary>
    public string? RangeKey { get; init; }

    /// <summary>The types of the keys, by name: <c>S</c>, <c>N</c> or <c>B</c>.</summary>
    public required ImmutableSortedDictionary<string, string> KeyTypes { get; init; }

    public bool IsOnDemand { get; init; }

    public long ReadUnits { get; init; }

    public long WriteUnits { get; init; }

    public bool IsProtected { get; init; }

    public string TableClass { get; init; } = "STANDARD";

    /// <summary>Since when it can be restored to any point in time; null where it cannot.</summary>
    public DateTimeOffset? RecoverableSince { get; init; }

    /// <summary>How many days back it can be restored.</summary>
    public int RecoveryDays { get; init; } = 35;

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string Key => $"{Region}/{Name}";

    /// <summary>The names of the keys, the partition key first.</summary>
    public IEnumerable<string> Keys => RangeKey is null ? [HashKey] : [HashKey, RangeKey];
}
