using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Generation;

/// <summary>One action, the resources that it is granted on, and what it is held to beyond the wish's own conditions.</summary>
internal sealed record Grant(CatalogAction Action, IReadOnlyList<string> Resources, IReadOnlyList<WishedCondition> Conditions)
{
    /// <summary>Grants of one shape fit into one statement.</summary>
    internal string Shape => string.Join('\n', [
        .. Resources,
        "",
        .. Conditions.Select(condition => $"{condition.Operator} {condition.Key} {string.Join(' ', condition.Values)}")]);
}
