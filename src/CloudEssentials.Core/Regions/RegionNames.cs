using CloudEssentials.Catalog;

namespace CloudEssentials.Regions;

/// <summary>Finds the Region that someone may have meant.</summary>
public static class RegionNames
{
    private const int MaximumSuggestions = 3;

    /// <summary>The codes nearest to a wrong one, the nearest first; a city or a country is understood too.</summary>
    /// <param name="catalog">The Regions.</param>
    /// <param name="wanted">What was written.</param>
    /// <returns>At most three codes; none where nothing is near.</returns>
    public static IReadOnlyList<string> Suggest(RegionCatalog catalog, string wanted)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(wanted);
        List<(int Distance, string Code)> near = [];
        foreach (RegionFacts region in catalog.Regions)
        {
            if (region.IsEndpointAlias)
                continue;
            int limit = Math.Max(2, wanted.Length / 4);
            int distance = IsPlace(region, wanted) ? 0 : NearestName.Distance(wanted, region.Code, limit);
            if (distance <= limit)
                near.Add((distance, region.Code));
        }

        near.Sort((a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : string.CompareOrdinal(a.Code, b.Code));
        return near.Take(MaximumSuggestions).Select(found => found.Code).ToArray();
    }

    private static bool IsPlace(RegionFacts region, string wanted) =>
        wanted.Length > 2 && (region.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)
            || region.Location.Contains(wanted, StringComparison.OrdinalIgnoreCase)
            || region.Country.Equals(wanted, StringComparison.OrdinalIgnoreCase));
}
