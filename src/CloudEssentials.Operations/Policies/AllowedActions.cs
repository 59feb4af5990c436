using CloudEssentials.Catalog;
using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Policies;

/// <summary>
/// The actions of the catalogue that a document allows on some resource under some condition. A Deny takes an action away only if it
/// has no condition and every resource: any other Deny leaves a case in which the action is allowed.
/// </summary>
internal static class AllowedActions
{
    public static HashSet<CatalogAction> Of(PolicyDocument document, ActionCatalog catalog)
    {
        HashSet<CatalogAction> allowed = [];
        foreach (var statement in document.Statements.Where(statement => statement.IsAllow))
            allowed.UnionWith(ActionsOf(statement, catalog));
        foreach (var statement in document.Statements.Where(IsDenyOfAll))
            allowed.ExceptWith(ActionsOf(statement, catalog));
        return allowed;
    }

    private static bool IsDenyOfAll(PolicyStatement statement) =>
        statement.IsDeny && statement.Condition.Count == 0 && statement.Resource?.Contains("*") == true;

    private static IEnumerable<CatalogAction> ActionsOf(PolicyStatement statement, ActionCatalog catalog)
    {
        if (statement.Action is { } actions)
            return actions.SelectMany(catalog.MatchActions);
        return statement.NotAction is { } excepted
            ? catalog.MatchActions("*").Except(excepted.SelectMany(catalog.MatchActions))
            : [];
    }
}
