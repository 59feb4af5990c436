using System.Collections;
using CloudEssentials.Catalog;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes prefixes of services.</summary>
public sealed class ServiceCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        ActionCatalog.Default.Services.Where(service => Begins(service.Prefix, word)).Select(service => (service.Prefix, service.Name));
}
