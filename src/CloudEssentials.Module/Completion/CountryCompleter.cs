using System.Collections;
using CloudEssentials.Regions;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes the countries that have a Region.</summary>
public sealed class CountryCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        RegionCatalog.Default.Regions.Where(region => region.IsLaunched && Begins(region.Country, word))
            .GroupBy(region => region.Country, (country, regions) => (country, string.Join(", ", regions.Select(region => region.Code))))
            .OrderBy(entry => entry.country, StringComparer.Ordinal);
}
