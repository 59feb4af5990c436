namespace CloudEssentials.Catalog;

/// <summary>
/// Adds what a newer source tells to what is known. Nothing is taken away: the newer source may say less than the older (it has no
/// descriptions and no dependent actions), and a policy may still name what AWS has retired.
/// </summary>
internal static class ServiceMerger
{
    private static readonly StringComparer ByName = StringComparer.OrdinalIgnoreCase;

    public static ServiceFacts Merge(ServiceFacts? known, ReferenceService newer)
    {
        known ??= new(newer.Prefix, newer.Prefix, false, [], [], []);
        var types = Combine(known.ResourceTypes, newer.Resources, type => type.Name, Merge);
        var typeNames = types.Select(type => type.Name).ToHashSet(ByName);
        return known with
        {
            Actions = Combine(
                known.Actions,
                [.. newer.Actions.Select(action => ToFacts(action, known, typeNames)).OfType<ActionFacts>()],
                action => action.Name,
                Merge),
            ResourceTypes = types,
            ConditionKeys = Combine(
                known.ConditionKeys, newer.ConditionKeys, key => key.Name, (old, now) => now with { Name = old.Name, Description = old.Description }),
        };
    }

    /// <summary>What is known of one catalogue but not of another, as names; for the proof that a merge lost nothing.</summary>
    public static IEnumerable<string> FindLost(ActionCatalog known, ActionCatalog merged)
    {
        foreach (var service in known.Services)
        {
            if (merged.FindService(service.Prefix) is not { } other)
            {
                yield return service.Prefix;
                continue;
            }

            foreach (var action in service.Actions.Where(action => !Holds(other.FindAction(action.Name), action)))
                yield return action.FullName;
            foreach (var type in service.ResourceTypes.Where(type => !Holds(other.FindResourceType(type.Name), type)))
                yield return $"{service.Prefix} {type.Name}";
            foreach (var key in service.ConditionKeys.Where(key => other.FindConditionKey(key.Name) is null))
                yield return key.Name;
        }
    }

    private static bool Holds(CatalogAction? merged, CatalogAction known) =>
        merged is not null
        && !known.ConditionKeys.Except(merged.ConditionKeys, ByName).Any()
        && !known.DependentActions.Except(merged.DependentActions, ByName).Any()
        && !known.ResourceTypes.Select(type => type.Name).Except(merged.ResourceTypes.Select(type => type.Name), ByName).Any()
        && known.Description == merged.Description;

    private static bool Holds(CatalogResourceType? merged, CatalogResourceType known) =>
        merged is not null
        && !known.ArnPatterns.Except(merged.ArnPatterns).Any()
        && !known.ConditionKeys.Except(merged.ConditionKeys, ByName).Any();

    /// <summary>A new action without an access level is left out: a guess would be taken for a fact.</summary>
    private static ActionFacts? ToFacts(ReferenceAction action, ServiceFacts known, HashSet<string> types)
    {
        var level = action.AccessLevel ?? known.Actions.FirstOrDefault(old => ByName.Equals(old.Name, action.Name))?.AccessLevel;
        return level is null
            ? null
            : new(
                action.Name,
                level.Value,
                "",
                [.. action.Resources.Where(types.Contains).Distinct(ByName).Select(name => new ActionResourceFacts(name, false, [], []))],
                action.ConditionKeys,
                []);
    }

    private static ActionFacts Merge(ActionFacts known, ActionFacts newer) => known with
    {
        AccessLevel = newer.AccessLevel,
        ResourceTypes = Combine(known.ResourceTypes, newer.ResourceTypes, type => type.Name, (old, _) => old),
        ConditionKeys = Union(known.ConditionKeys, newer.ConditionKeys),
    };

    private static ResourceTypeFacts Merge(ResourceTypeFacts known, ResourceTypeFacts newer) => known with
    {
        ArnPatterns = [.. known.ArnPatterns.Union(newer.ArnPatterns)],
        ConditionKeys = Union(known.ConditionKeys, newer.ConditionKeys),
    };

    private static List<T> Combine<T>(IReadOnlyList<T> known, IReadOnlyList<T> newer, Func<T, string> name, Func<T, T, T> merge)
    {
        var newerByName = newer.DistinctBy(name, ByName).ToDictionary(name, ByName);
        List<T> all = [.. known.Select(old => newerByName.Remove(name(old), out var now) ? merge(old, now) : old)];
        all.AddRange(newerByName.Values);
        return all;
    }

    private static string[] Union(IReadOnlyList<string> known, IReadOnlyList<string> newer) => [.. known.Union(newer, ByName)];
}
