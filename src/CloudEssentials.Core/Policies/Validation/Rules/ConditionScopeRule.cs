using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Whether the statement's actions carry the keys that its conditions ask for; https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html.</summary>
internal sealed class ConditionScopeRule : PolicyRule
{
    private const int MostNamed = 5;

    // The key is set by one action alone, which the statement must hold for the condition to mean anything.
    private static readonly Dictionary<string, string> SetBy = new(StringComparer.Ordinal)
    {
        ["iam:passedtoservice"] = "iam:PassRole",
        ["ec2:createaction"] = "ec2:CreateTags",
        ["sts:sourceidentity"] = "sts:SetSourceIdentity",
        ["sts:transitivetagkeys"] = "sts:TagSession",
    };

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (view.Statement.Action is null || view.Actions.Length == 0)
            return;
        foreach (var condition in view.Conditions)
        {
            if (SetBy.TryGetValue(condition.Key.Lower, out var action) && !Array.Exists(view.Actions, present => present.Covers(action)))
                context.ReportName("MISSING_ACTION_FOR_CONDITION_KEY", condition.Entry.Node, $"Only `{action}` sets `{condition.Entry.Key}`, and the statement does not name it: add `{action}`, or remove the condition.");
            else if (condition.Key is { Service: not null, Key: not null, IsCarriedEverywhere: false })
                CheckSupport(context, view, condition);
        }
    }

    private static void CheckSupport(ValidationContext context, StatementView view, ConditionView condition)
    {
        var isSupported = false;
        List<string>? without = null;
        foreach (var action in view.Actions)
        {
            if (action.Kind == ActionKind.All)
                return;
            if (!action.IsReal)
                continue;
            if (action.HasWildcard)
                isSupported = isSupported || Array.Exists(action.Matches, condition.Key.IsSupportedBy);
            else if (condition.Key.IsSupportedBy(action.Action!))
                isSupported = true;
            else
                (without ??= []).Add(action.Action!.FullName);
        }

        if (!isSupported && Array.Exists(view.Actions, action => action.IsReal))
            context.ReportName("CONDITION_KEY_MISMATCH", condition.Entry.Node, $"No action of the statement carries `{condition.Entry.Key}`, so that the condition is {(condition.NeedsKey ? "never" : "always")} true: use a key of these actions, or remove the condition.");
        else if (without is not null && condition.NeedsKey)
            context.ReportName("UNSUPPORTED_ACTION_FOR_CONDITION_KEY", condition.Entry.Node, $"{Name(without)} carr{(without.Count == 1 ? "ies" : "y")} no `{condition.Entry.Key}`, so that the statement never applies to {(without.Count == 1 ? "it" : "them")}: move {(without.Count == 1 ? "it" : "them")} to a statement without this condition.");
    }

    private static string Name(List<string> actions) =>
        string.Join(", ", actions.Take(MostNamed).Select(action => $"`{action}`")) + (actions.Count > MostNamed ? $" and {actions.Count - MostNamed} more" : "");
}
