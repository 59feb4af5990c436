using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Generation;

/// <summary>Writes out what wildcards and NotAction stand for, as the catalogue knows it.</summary>
public static class PolicyExpander
{
    /// <summary>
    /// Replaces each action pattern by the actions that it matches, and NotAction by an Action list of all others. A
    /// pattern that matches nothing stays as it is, so that nothing is lost.
    /// </summary>
    /// <param name="document">The policy.</param>
    /// <param name="catalog">The actions that there are; the shipped or refreshed catalogue if null.</param>
    /// <returns>The policy with real actions.</returns>
    /// <exception cref="CloudException">The catalogue cannot be read.</exception>
    public static PolicyDocument Expand(PolicyDocument document, ActionCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        catalog ??= ActionCatalog.Default;
        PolicyDocumentBuilder builder = PolicyDocumentBuilder.From(document);
        builder.Statements.Clear();
        foreach (PolicyStatement written in document.Statements)
        {
            List<string> actions = written is { Action: null, NotAction: { } excluded } ? AllBut(excluded, catalog) : Expand(written.Action?.ToArray() ?? [], catalog);
            // A statement about no action says nothing, and its list cannot be left out.
            if (written.AppliesToNothing || (actions.Count == 0 && written.NotAction is not null))
                continue;
            PolicyStatementBuilder statement = PolicyStatementBuilder.From(written);
            statement.NotAction.Clear();
            statement.Action.Clear();
            builder.Add(statement.WithAction(actions));
        }

        return builder.Build();
    }

    /// <summary>The actions that a list of patterns matches, in the catalogue's spelling; unmatched patterns as they are.</summary>
    internal static List<string> Expand(IEnumerable<string> patterns, ActionCatalog catalog)
    {
        List<string> actions = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (string pattern in patterns)
        {
            bool matched = false;
            foreach (CatalogAction action in catalog.MatchActions(pattern))
            {
                matched = true;
                if (seen.Add(action.FullName))
                    actions.Add(action.FullName);
            }

            if (!matched && seen.Add(pattern))
                actions.Add(pattern);
        }

        return actions;
    }

    private static List<string> AllBut(IEnumerable<string> patterns, ActionCatalog catalog)
    {
        HashSet<string> excluded = new(patterns.SelectMany(catalog.MatchActions).Select(action => action.FullName), StringComparer.Ordinal);
        return [.. catalog.Services.SelectMany(service => service.Actions).Select(action => action.FullName).Where(name => !excluded.Contains(name))];
    }
}
