namespace CloudEssentials.Regions;

/// <summary>What one zone carries of a workload.</summary>
/// <param name="Zone">The zone's name, or its id where that is all that is known.</param>
/// <param name="Count">The number of items in it.</param>
/// <param name="Percent">Its share of all items, 0 to 100.</param>
public sealed record ZoneShare(string Zone, int Count, double Percent)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Zone}: {Count}";
}
