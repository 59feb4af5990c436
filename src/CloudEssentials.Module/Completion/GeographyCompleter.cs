using System.Collections;
using CloudEssentials.Regions;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes the parts of the world that have a Region.</summary>
public sealed class GeographyCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        RegionCatalog.Default.Regions.Select(region => region.Geography).Distinct()
            .Where(geography => Begins(geography, word))
            .Order(StringComparer.Ordinal)
            .Select(geography => (geography, geography));
}
