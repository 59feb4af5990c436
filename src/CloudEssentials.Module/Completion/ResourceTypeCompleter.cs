using System.Collections;
using CloudEssentials.Catalog;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes types of resource of the services that are named beside it, or of all.</summary>
public sealed class ResourceTypeCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        Services(bound)
            .SelectMany(service => service.ResourceTypes)
            .Where(type => Begins(type.Name, word))
            .DistinctBy(type => type.Name, StringComparer.OrdinalIgnoreCase)
            .Select(type => (type.Name, type.ArnPatterns.Count > 0 ? type.ArnPatterns[0] : type.Service.Name));

    private static IEnumerable<CatalogService> Services(IDictionary bound)
    {
        string[] named = bound["Service"] switch
        {
            string one => [one],
            object[] several => [.. several.Select(one => one?.ToString() ?? "")],
            _ => [],
        };
        var found = named.Select(prefix => ActionCatalog.Default.FindService(prefix)).OfType<CatalogService>().ToList();
        return found.Count > 0 ? found : ActionCatalog.Default.Services;
    }
}
