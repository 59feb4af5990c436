using System.Collections.Concurrent;
using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>Which of a service's actions list a condition key, found once for each service and key.</summary>
internal sealed class KeySupport
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<(CatalogService Service, string Key), HashSet<CatalogAction>> _sets = new();

    public HashSet<CatalogAction> Of(CatalogService service, string key)
    {
        if (_sets.TryGetValue((service, key), out var found))
            return found;
        found = [.. service.Actions.Where(action => action.ListsConditionKey(key))];
        if (_sets.Count < Most)
            _sets.TryAdd((service, key), found);
        return found;
    }
}
