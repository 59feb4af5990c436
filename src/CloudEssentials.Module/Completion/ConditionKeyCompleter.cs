using System.Collections;
using CloudEssentials.Catalog;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes condition keys: the global ones, and those of the service that the word names.</summary>
public sealed class ConditionKeyCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound)
    {
        var catalog = ActionCatalog.Default;
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var global = catalog.GlobalConditionKeys.Where(key => Begins(key.Name, word)).Select(Describe);
        if (colon < 0)
        {
            return global.Concat(catalog.Services
                .Where(service => Begins(service.Prefix, word))
                .Select(service => (service.Prefix + ":", service.Name)));
        }

        var own = catalog.FindService(word.AsSpan(0, colon))?.ConditionKeys.Where(key => Begins(key.Name, word)).Select(Describe) ?? [];
        return global.Concat(own).DistinctBy(entry => entry.Item1);
    }

    private static (string Name, string About) Describe(CatalogConditionKey key) => (key.Name, $"{key.TypeName}: {key.Description}");
}
