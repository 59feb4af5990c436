using CloudEssentials.Catalog;

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
        List<string> kept = [];
        foreach (string pattern in given)
        {
            CatalogAction[] matched = [.. catalog.MatchActions(pattern)];
            if (matched.Length == 0)
                kept.Add(pattern);
            wanted.UnionWith(matched.Select(action => action.Name));
        }

        if (wanted.Count == service.Actions.Count)
            return kept.Prepend($"{service.Prefix}:*");
        return Cover(service, wanted).Order(StringComparer.Ordinal).Select(name => $"{service.Prefix}:{name}").Concat(kept);
    }

    // The greatest saving first: not always the least possible, but never a pattern too wide.
    private List<string> Cover(CatalogService service, HashSet<string> wanted)
    {
        Dictionary<string, string[]> candidates = Candidates(service, wanted);
        HashSet<string> left = new(wanted, StringComparer.Ordinal);
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
        Dictionary<string, (int All, int Wanted)> counts = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in all)
        {
            foreach (string pattern in Patterns(name))
            {
                (int seen, int good) = counts.GetValueOrDefault(pattern);
                counts[pattern] = (seen + 1, good + (wanted.Contains(name) ? 1 : 0));
            }
        }

        HashSet<string> patterns = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in wanted)
        {
            foreach (IGrouping<bool, string> kind in Patterns(name).Where(pattern => counts[pattern].All == counts[pattern].Wanted).GroupBy(pattern => pattern[0] == '*'))
                patterns.Add(kind.MinBy(pattern => pattern.Length)!);
        }

        // A wildcard for one action alone saves letters and costs the reader the name.
        return patterns
            .Where(pattern => counts[pattern].All > 1)
            .ToDictionary(pattern => pattern, pattern => Array.FindAll(all, name => NamePattern.IsMatch(name, pattern)), StringComparer.Ordinal);
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
