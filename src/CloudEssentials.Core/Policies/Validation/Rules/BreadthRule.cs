using CloudEssentials.Catalog;
using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>How many actions a wildcard or a NotAction really grants; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html.</summary>
internal sealed class BreadthRule : PolicyRule
{
    private const int Many = 100;

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (!context.GrantsToIdentity || !view.IsAllow || view.Actions.Length == 0 || !context.Wants(FindingSeverity.Suggestion))
            return;
        var catalog = context.Lookups.Catalog;
        if (view.Statement.NotAction is { } not)
        {
            var kept = Count(view);
            context.ReportName("BROAD_GRANT", not.Node, $"`NotAction` allows {Total(catalog) - kept:N0} of the {Total(catalog):N0} actions known on {catalog.Date:yyyy-MM-dd}, and all that AWS adds later: list in `Action` what the job needs.");
            return;
        }

        if (Array.Exists(view.Actions, action => action.Kind == ActionKind.All))
        {
            context.ReportName("BROAD_GRANT", view.ActionValues!.Node, $"`*` allows all {Total(catalog):N0} actions known on {catalog.Date:yyyy-MM-dd}, and all that AWS adds later: list what the job needs.");
            return;
        }

        if (!Array.Exists(view.Actions, action => action.HasWildcard))
            return;
        var count = Count(view);
        if (count >= Many)
            context.ReportName("BROAD_GRANT", view.ActionValues!.Node, $"The patterns here allow {count:N0} actions known on {catalog.Date:yyyy-MM-dd}, and those of the same names that AWS adds later: list what the job needs.");
    }

    private static int Count(StatementView view)
    {
        if (view.Actions.Length == 1)
            return view.Actions[0].Matches.Length;
        var sum = 0;
        foreach (var action in view.Actions)
            sum += action.Matches.Length;
        if (sum < Many && view.HasAction)
            return sum;
        HashSet<CatalogAction> distinct = new(sum);
        foreach (var action in view.Actions)
        {
            foreach (var match in action.Matches)
                distinct.Add(match);
        }

        return distinct.Count;
    }

    private static int Total(ActionCatalog catalog)
    {
        var total = 0;
        foreach (var service in catalog.Services)
            total += service.ActionCount;
        return total;
    }
}
