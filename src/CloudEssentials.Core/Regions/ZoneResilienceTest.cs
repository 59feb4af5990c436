namespace CloudEssentials.Regions;

/// <summary>
/// Judges how a workload is spread over zones. Two zones are the floor: AWS gives a zone no promise of its own. See "Reliability" in
/// the AWS Well-Architected Framework, "Deploy the workload to multiple locations".
/// </summary>
public static class ZoneResilienceTest
{
    private const double EvenEnough = 1.5;

    /// <summary>Judges.</summary>
    /// <param name="zones">The zone of each item: a name or an id.</param>
    /// <param name="minimumRemaining">How many items must remain after a zone is lost; at least 1.</param>
    public static ZoneResilience Judge(IReadOnlyCollection<string> zones, int minimumRemaining = 1)
    {
        ArgumentNullException.ThrowIfNull(zones);
        ZoneShare[] shares = Count(zones);
        int remaining = shares.Length == 0 ? 0 : zones.Count - shares[0].Count;
        bool survives = shares.Length >= 2 && remaining >= Math.Max(1, minimumRemaining);
        return new()
        {
            Survives = survives,
            ItemCount = zones.Count,
            Zones = shares,
            Verdict = Verdict(shares, zones.Count, remaining, minimumRemaining),
            Advice = Advise(shares, zones.Count, remaining, minimumRemaining),
        };
    }

    private static ZoneShare[] Count(IReadOnlyCollection<string> zones) =>
        [.. zones.Select(OneName)
            .GroupBy(zone => zone, StringComparer.OrdinalIgnoreCase)
            .Select(group => new ZoneShare(group.Key, group.Count(), Math.Round(100.0 * group.Count() / zones.Count, 1)))
            .OrderByDescending(share => share.Count)
            .ThenBy(share => share.Zone, StringComparer.Ordinal)];

    // A name and an id of one zone are one zone.
    private static string OneName(string zone) => ZoneResolver.Default.Find(zone.Trim())?.Name ?? zone.Trim();

    private static string Verdict(ZoneShare[] shares, int items, int remaining, int minimum) => shares switch
    {
        [] => "There is nothing to judge.",
        [var only] => $"The loss of {only.Zone} takes all {items}.",
        [var fullest, ..] when remaining < minimum => $"The loss of {fullest.Zone} leaves {remaining} of {items}, and {minimum} must remain.",
        [var fullest, ..] => $"Survives the loss of any one zone: {remaining} of {items} remain after the loss of {fullest.Zone}.",
    };

    private static List<string> Advise(ZoneShare[] shares, int items, int remaining, int minimum)
    {
        List<string> advice = [];
        if (shares.Length == 0)
            return advice;
        if (shares.Length == 1)
            advice.Add($"Put at least as many in another zone{Examples(shares)}: two zones are the floor.");
        else if (remaining < minimum)
            advice.Add($"Run at least {Needed(minimum, shares.Length)} over {shares.Length} zones, evenly, so that {minimum} remain after a loss.");
        if (shares.Length > 1 && shares[0].Count > EvenEnough * items / shares.Length && shares[0].Count - shares[^1].Count > 1)
            advice.Add($"Spread them evenly: {shares[0].Zone} carries {shares[0].Percent:0.#} % where {100.0 / shares.Length:0.#} % would be its part.");
        if (shares.Length == 2 && remaining >= minimum)
            advice.Add($"A third zone{Examples(shares)} would leave two thirds instead of a half.");
        if (RegionsOf(shares) is { Count: > 1 } regions)
            advice.Add($"They are in {regions.Count} Regions ({string.Join(", ", regions)}): judge each Region by itself if each must stand alone.");
        if (EdgeZones(shares) is { Count: > 0 } edges)
            advice.Add($"{string.Join(", ", edges)} depends on its parent zone: it is no zone to fail over to.");
        return advice;
    }

    private static int Needed(int minimum, int zones) => minimum + (int)Math.Ceiling((double)minimum / (zones - 1));

    private static string Examples(ZoneShare[] shares)
    {
        if (ZoneResolver.Default.Find(shares[0].Zone) is not { } known)
            return "";
        string? free = RegionCatalog.Default.Get(known.Region).Zones
            .Where(zone => zone.Type == ZoneType.AvailabilityZone && shares.All(share => !share.Zone.Equals(zone.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(zone => zone.Name)
            .FirstOrDefault();
        return free is null ? "" : $" (such as {free})";
    }

    private static List<string> RegionsOf(ZoneShare[] shares) =>
        [.. shares.Select(share => ZoneResolver.Default.Find(share.Zone)?.Region).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static List<string> EdgeZones(ZoneShare[] shares) =>
        [.. shares.Where(share => ZoneResolver.Default.Find(share.Zone) is { Type: not ZoneType.AvailabilityZone }).Select(share => share.Zone)];
}
