using System.Collections;
using CloudEssentials.Regions;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes the names of cities.</summary>
public sealed class PlaceCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        CityCatalog.Names.Where(city => Begins(city, word)).Order(StringComparer.OrdinalIgnoreCase).Select(city => (city, city));
}
