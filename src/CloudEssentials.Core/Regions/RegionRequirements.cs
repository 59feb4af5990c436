using CloudEssentials.Catalog;

namespace CloudEssentials.Regions;

/// <summary>What a Region must have to be compared at all.</summary>
public sealed record RegionRequirements
{
    /// <summary>The services that must be there.</summary>
    public IReadOnlyList<RegionalService> Services { get; init; } = [];

    /// <summary>The countries that are allowed: names or codes of two letters; none means all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>The parts of the world that are allowed; none means all.</summary>
    public IReadOnlyList<string> Geographies { get; init; } = [];

    /// <summary>The Regions that are not wanted: codes, with wildcards.</summary>
    public IReadOnlyList<string> ExcludedRegions { get; init; } = [];

    /// <summary>Why a Region is ruled out.</summary>
    /// <param name="region">The Region.</param>
    /// <returns>The reason, or null where nothing is against it.</returns>
    public string? Against(RegionFacts region)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (ExcludedRegions.Any(pattern => NamePattern.IsMatch(region.Code, pattern)))
            return "Excluded by name.";
        if (Countries.Count > 0 && !Countries.Any(country => IsCountry(region, country)))
            return $"Compliance: data would be in {region.Country}, not in {string.Join(" or ", Countries)}.";
        if (Geographies.Count > 0 && !Geographies.Any(geography => NamePattern.IsMatch(region.Geography, geography)))
            return $"Compliance: data would be in {region.Geography}, not in {string.Join(" or ", Geographies)}.";
        string[] missing = Missing(region);
        return missing.Length == 0 ? null : $"Lacks {string.Join(", ", missing)}.";
    }

    /// <summary>The services asked for that a Region is known to lack.</summary>
    /// <param name="region">The Region.</param>
    public string[] Missing(RegionFacts region) => [.. Services.Where(service => service.IsIn(region) == false).Select(service => service.Code)];

    /// <summary>The services asked for of which the sources do not say whether the Region has them.</summary>
    /// <param name="region">The Region.</param>
    public string[] Unknown(RegionFacts region) => [.. Services.Where(service => service.IsIn(region) is null).Select(service => service.Code)];

    private static bool IsCountry(RegionFacts region, string country) =>
        NamePattern.IsMatch(region.Country, country) || region.CountryCode.Equals(country, StringComparison.OrdinalIgnoreCase);
}
