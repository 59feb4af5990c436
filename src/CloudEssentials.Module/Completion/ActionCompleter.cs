using System.Collections;
using CloudEssentials.Catalog;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes actions: first the service with its colon, then the actions of that service.</summary>
public sealed class ActionCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return ActionCatalog.Default.Services
                .Where(service => Begins(service.Prefix, word))
                .Select(service => (service.Prefix + ":", service.Name));
        }

        return ActionCatalog.Default.FindService(word.AsSpan(0, colon))?.MatchActions(word[(colon + 1)..] + "*")
            .Select(action => (action.FullName, $"{action.AccessLevel}: {action.Description}")) ?? [];
    }
}
