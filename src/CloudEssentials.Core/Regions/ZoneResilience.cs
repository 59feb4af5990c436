namespace CloudEssentials.Regions;

/// <summary>Whether a workload survives the loss of any one zone.</summary>
public sealed record ZoneResilience
{
    /// <summary>True where the items use two zones at least, and enough remain after the fullest is lost.</summary>
    public required bool Survives { get; init; }

    /// <summary>The number of items that count.</summary>
    public required int ItemCount { get; init; }

    /// <summary>The zones in use, the fullest first.</summary>
    public required IReadOnlyList<ZoneShare> Zones { get; init; }

    /// <summary>The number of <see cref="Zones"/>.</summary>
    public int ZoneCount => Zones.Count;

    /// <summary>The fullest zone; null without items.</summary>
    public string? FullestZone => Zones.Count == 0 ? null : Zones[0].Zone;

    /// <summary>The share in the fullest zone, 0 to 100.</summary>
    public double FullestPercent => Zones.Count == 0 ? 0 : Zones[0].Percent;

    /// <summary>The number of items that remain after the fullest zone is lost.</summary>
    public int RemainingCount => Zones.Count == 0 ? 0 : ItemCount - Zones[0].Count;

    /// <summary>The share that remains, 0 to 100.</summary>
    public double RemainingPercent => Zones.Count == 0 ? 0 : Math.Round(100 - FullestPercent, 1);

    /// <summary>The finding in one sentence.</summary>
    public required string Verdict { get; init; }

    /// <summary>What to do about it, most pressing first; none where nothing is to be done.</summary>
    public required IReadOnlyList<string> Advice { get; init; }
}
