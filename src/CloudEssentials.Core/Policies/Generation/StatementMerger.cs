using CloudEssentials.Catalog;
using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Generation;

/// <summary>Joins statements that differ in one list only, and drops what another statement grants already.</summary>
internal static class StatementMerger
{
    /// <summary>Joins statements of the same effect, principal and condition that have the same resources or the same actions.</summary>
    internal static List<PolicyStatementBuilder> Merge(IEnumerable<PolicyStatementBuilder> statements)
    {
        List<PolicyStatementBuilder> merged = [.. statements];
        while (MergeBy(merged, statement => Key(statement, statement.Resource, statement.NotResource, statement.NotAction), (into, from) => AddNew(into.Action, from.Action, StringComparer.OrdinalIgnoreCase))
            || MergeBy(merged, statement => Key(statement, statement.Action.Select(action => action.ToLowerInvariant()), statement.NotAction, statement.NotResource), (into, from) => AddNew(into.Resource, from.Resource, StringComparer.Ordinal)))
        {
        }

        return merged;
    }

    /// <summary>Takes out of each Allow the actions that a statement without conditions allows on everything that it names.</summary>
    internal static void DropGranted(List<PolicyStatementBuilder> statements, ActionCatalog catalog)
    {
        for (int i = statements.Count - 1; i >= 0; i--)
        {
            PolicyStatementBuilder narrow = statements[i];
            if (narrow.Effect != "Allow" || narrow.Action.Count == 0 || narrow.NotResource.Count > 0)
                continue;
            foreach (PolicyStatementBuilder wide in statements.Where((other, at) => at != i && IsWider(other, narrow)))
                RemoveCovered(narrow.Action, wide.Action, catalog);
            if (narrow.Action.Count == 0)
                statements.RemoveAt(i);
        }
    }

    private static bool IsWider(PolicyStatementBuilder wide, PolicyStatementBuilder narrow) =>
        wide.Effect == "Allow" && wide.NotAction.Count == 0 && wide.NotResource.Count == 0
        && (wide.Condition.Count == 0 || ConditionKey(wide) == ConditionKey(narrow))
        && PrincipalKey(wide) == PrincipalKey(narrow)
        && narrow.Resource.All(resource => wide.Resource.Any(pattern => pattern == resource || (!pattern.Contains("${", StringComparison.Ordinal) && Wildcards.Covers(pattern, resource, ignoreCase: false))));

    private static void RemoveCovered(IList<string> narrow, IList<string> wide, ActionCatalog catalog)
    {
        for (int i = narrow.Count - 1; i >= 0; i--)
        {
            string action = narrow[i];
            bool covered = wide.Any(pattern => Wildcards.Covers(pattern, action, ignoreCase: true))
                || (NamePattern.HasWildcard(action) && catalog.MatchActions(action).Any() && catalog.MatchActions(action).All(one => wide.Any(pattern => NamePattern.IsMatch(one.FullName, pattern))));
            if (covered)
                narrow.RemoveAt(i);
        }
    }

    private static bool MergeBy(List<PolicyStatementBuilder> statements, Func<PolicyStatementBuilder, string?> key, Action<PolicyStatementBuilder, PolicyStatementBuilder> join)
    {
        Dictionary<string, PolicyStatementBuilder> first = new(StringComparer.Ordinal);
        int before = statements.Count;
        for (int i = 0; i < statements.Count; i++)
        {
            if (key(statements[i]) is not { } name || first.TryAdd(name, statements[i]))
                continue;
            join(first[name], statements[i]);
            first[name].Sid ??= statements[i].Sid;
            statements.RemoveAt(i--);
        }

        return statements.Count < before;
    }

    // Lists that exclude are joined by AND, not by OR: only statements that include can be merged.
    private static string? Key(PolicyStatementBuilder statement, IEnumerable<string> same, params IEnumerable<string>[] none) =>
        none.Any(list => list.Any()) || statement.UnknownElements.Count > 0
            ? null
            : string.Join('\n', [statement.Effect, PrincipalKey(statement), ConditionKey(statement), .. same.Order(StringComparer.Ordinal)]);

    private static string PrincipalKey(PolicyStatementBuilder statement) => string.Join(' ', [
        .. statement.Principal.Select(principal => $"{principal.Key}={principal.Value}").Order(StringComparer.Ordinal),
        .. statement.NotPrincipal.Select(principal => $"!{principal.Key}={principal.Value}").Order(StringComparer.Ordinal)]);

    private static string ConditionKey(PolicyStatementBuilder statement) => string.Join(' ', statement.Condition
        .Select(condition => $"{condition.Operator} {condition.Key} {string.Join(',', condition.Values.Order(StringComparer.Ordinal))}")
        .Order(StringComparer.Ordinal));

    private static void AddNew(IList<string> into, IList<string> from, StringComparer comparer)
    {
        foreach (string value in from.Where(value => !into.Contains(value, comparer)))
            into.Add(value);
    }
}
