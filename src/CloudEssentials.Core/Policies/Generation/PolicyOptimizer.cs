using CloudEssentials.Catalog;
using CloudEssentials.Policies.Comparison;
using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Generation;

/// <summary>Says the same permissions in fewer characters, and proves that they are the same.</summary>
public static class PolicyOptimizer
{
    /// <summary>Shortens a policy.</summary>
    /// <param name="document">The policy.</param>
    /// <param name="useWildcard">True to shorten lists of actions by wildcards that match no other action of the catalogue.</param>
    /// <param name="policyType">What the policy is attached to.</param>
    /// <param name="catalog">The actions that there are; the shipped or refreshed catalogue if null.</param>
    /// <returns>The shorter policy and the proof.</returns>
    /// <exception cref="CloudException"><c>WildcardInDenyRefused</c>; or the catalogue cannot be read.</exception>
    public static OptimizedPolicy Optimize(PolicyDocument document, bool useWildcard = false, PolicyType policyType = PolicyType.Identity, ActionCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        catalog ??= ActionCatalog.Default;
        bool controls = policyType is PolicyType.ServiceControl or PolicyType.ResourceControl;
        if (useWildcard && controls && document.Statements.Any(statement => statement.IsDeny))
        {
            throw new CloudException(
                "WildcardInDenyRefused",
                "In a control policy a wildcard in a Deny would also take away what AWS adds later, from every account below it.",
                CloudErrorCategory.InvalidOperation,
                policyType,
                "Optimize it without -UseWildcard.");
        }

        PolicyDocument shorter = Shorten(document, useWildcard ? new ActionShortener(catalog, controls) : null, catalog);
        PolicyComparison proof = PolicyComparer.Compare(document, shorter, catalog);
        bool better = proof.Equivalent && shorter.MinifiedLength < document.MinifiedLength;
        return new()
        {
            Document = better ? shorter : document,
            OriginalSize = document.MinifiedLength,
            Size = better ? shorter.MinifiedLength : document.MinifiedLength,
            Proof = proof,
        };
    }

    private static PolicyDocument Shorten(PolicyDocument document, ActionShortener? shortener, ActionCatalog catalog)
    {
        PolicyDocumentBuilder builder = PolicyDocumentBuilder.From(document);
        List<PolicyStatementBuilder> statements = [.. builder.Statements.Where((_, i) => !document.Statements[i].AppliesToNothing)];
        statements.ForEach(Reduce);
        for (int before = int.MaxValue; statements.Count < before;)
        {
            before = statements.Count;
            statements = StatementMerger.Merge(statements);
            // What is joined may hold entries that cover each other, and without those it may be like another.
            statements.ForEach(Reduce);
            StatementMerger.DropGranted(statements, catalog);
        }

        foreach (PolicyStatementBuilder statement in statements)
            Rewrite(statement.Action, shortener);

        builder.Statements.Clear();
        foreach (PolicyStatementBuilder statement in statements)
            builder.Add(statement);
        return builder.Build();
    }

    private static void Rewrite(IList<string> actions, ActionShortener? shortener)
    {
        if (shortener is null || actions.Count < 2)
            return;
        List<string> shorter = shortener.Shorten(actions);
        if (shorter.Sum(action => action.Length + 3) >= actions.Sum(action => action.Length + 3))
            return;
        actions.Clear();
        foreach (string action in shorter)
            actions.Add(action);
    }

    private static bool Covers(string wide, string narrow) =>
        !wide.Contains("${", StringComparison.Ordinal) && !narrow.Contains("${", StringComparison.Ordinal) && Wildcards.Covers(wide, narrow, ignoreCase: false);

    private static void Reduce(PolicyStatementBuilder statement)
    {
        Reduce(statement.Action, (wide, narrow) => Wildcards.Covers(wide, narrow, ignoreCase: true));
        Reduce(statement.NotAction, (wide, narrow) => Wildcards.Covers(wide, narrow, ignoreCase: true));
        Reduce(statement.Resource, Covers);
        Reduce(statement.NotResource, Covers);
    }

    // Drops what another entry matches already, wildcards in the narrower one read as letters.
    private static void Reduce(IList<string> values, Func<string, string, bool> covers)
    {
        for (int i = values.Count - 1; i >= 0; i--)
        {
            for (int j = 0; j < values.Count; j++)
            {
                if (i == j || !covers(values[j], values[i]) || (j > i && covers(values[i], values[j])))
                    continue;
                values.RemoveAt(i);
                break;
            }
        }
    }
}
