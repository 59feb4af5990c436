using System.Collections;
using CloudEssentials.Regions;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes the codes of Regions.</summary>
public sealed class RegionCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        RegionCatalog.Default.Regions.Where(region => !region.IsEndpointAlias && Begins(region.Code, word)).Select(region => (region.Code, region.Name));
}
