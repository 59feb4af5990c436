using System.Collections;
using CloudEssentials.Regions;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes the names of services as the AWS CLI has them.</summary>
public sealed class RegionalServiceCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        RegionalServiceCatalog.Default.Services.Where(service => Begins(service.Code, word)).Select(service => (service.Code, service.Name));
}
