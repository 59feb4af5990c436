using CloudEssentials.Catalog;
using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Generation;

/// <summary>Writes a list of actions with wildcards that match none but them.</summary>
internal sealed class ActionShortener(ActionCatalog catalog, bool endOnly)
{
    // The quotes and the comma that each entry of a list costs.
    private const int EntryCost = 3;

    /// <summary>Shortens a list.</summary>
    /// <param name="actions">Patterns or actions; what the catalogue does not know stays as it is.</param>
    /// <returns>The shorter list, or the same where nothing is gained.</returns>
    internal List<string> Shorten(IEnumerable<string> actions)
    {
        List<string> result = [];
        foreach (IGrouping<string, string> service in actions.GroupBy(action => action.Split(':')[0], StringComparer.OrdinalIgnoreCase))
            result.AddRange(catalog.FindService(service.Key) is { } known ? Shorten(known, service) : service);
        return result;
    }

    private IEnumerable<string> Shorten(CatalogService service, IEnumerable<string> given)
    {
        HashSet<string> wanted = new(StringComparer.Ordinal);
        HashSet<string> listed = new(StringComparer.Ordinal);
        List<string> kept = [];
        foreach (string pattern in given)
        {
            CatalogAction[] matched = [.. catalog.MatchActions(pattern)];
            wanted.UnionWith(matched.Select(action => action.Name));
            // A wildcard that the author wrote may stand for more than the catalogue knows.
            if (matched.Length == 0 || NamePattern.HasWildcard(pattern))
                kept.Add(pattern);
            else
                listed.Add(matched[0].Name);
        }

        if (wanted.Count == service.Actions.Count)
            return [$"{service.Prefix}:*"];
        string[] chosen = [.. Cover(service, wanted, listed).Order(StringComparer.Ordinal).Select(name => $"{service.Prefix}:{name}")];
        return chosen.Concat(kept.Where(pattern => !Array.Exists(chosen, wide => Wildcards.Covers(wide, pattern, ignoreCase: true))));
    }

    // The greatest saving first: not always the least possible, but never a pattern too wide.
    private List<string> Cover(CatalogService service, HashSet<string> wanted, HashSet<string> listed)
    {
        Dictionary<string, string[]> candidates = Candidates(service, wanted);
        HashSet<string> left = new(listed, StringComparer.Ordinal);
        List<string> chosen = [];
        while (true)
        {
            (string? best, int saving) = (null, 0);
            foreach ((string pattern, string[] matched) in candidates)
            {
                int gain = matched.Where(left.Contains).Sum(name => name.Length + service.Prefix.Length + 1 + EntryCost)
                    - (pattern.Length + service.Prefix.Length + 1 + EntryCost);
                if (gain > saving || (gain == saving && best is not null && string.CompareOrdinal(pattern, best) < 0))
                    (best, saving) = (pattern, gain);
            }

            if (best is null)
                return [.. chosen, .. left];
            chosen.Add(best);
            left.ExceptWith(candidates[best]);
            candidates.Remove(best);
        }
    }

    // The shortest pattern that takes in nothing unwanted is the best of its kind for each name.
    private Dictionary<string, string[]> Candidates(CatalogService service, HashSet<string> wanted)
    {
        string[] all = [.. service.Actions.Select(action => action.Name)];
        Dictionary<string, string[]> matches = new(StringComparer.Ordinal);
        Dictionary<string, string[]> candidates = new(StringComparer.Ordinal);
        foreach (string name in wanted)
        {
            foreach (IGrouping<bool, string> kind in Patterns(name).GroupBy(pattern => pattern[0] == '*'))
            {
                string? best = kind.OrderBy(pattern => pattern.Length).FirstOrDefault(pattern => Array.TrueForAll(MatchesOf(pattern), wanted.Contains));
                // A wildcard for one action alone saves letters and costs the reader the name.
                if (best is not null && matches[best].Length > 1)
                    candidates.TryAdd(best, matches[best]);
            }
        }

        return candidates;

        string[] MatchesOf(string pattern) => matches.TryGetValue(pattern, out string[]? found)
            ? found
            : matches[pattern] = Array.FindAll(all, name => NamePattern.IsMatch(name, pattern));
    }

    private IEnumerable<string> Patterns(string name)
    {
        // Words stay whole: a reader knows what Describe* means, and not what Des* does.
        for (int length = 1; length < name.Length; length++)
        {
            if (!char.IsUpper(name[length]))
                continue;
            yield return name[..length] + "*";
            // Control policies take a wildcard only at the end.
            if (!endOnly)
                yield return "*" + name[length..];
        }
    }
}
