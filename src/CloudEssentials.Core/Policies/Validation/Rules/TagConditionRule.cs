using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Conditions on a resource's tags with actions that do not carry them; https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html.</summary>
internal sealed class TagConditionRule : PolicyRule
{
    private const string ResourceTag = "aws:resourcetag/";

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (!view.IsAllow && !view.IsDeny)
            return;
        foreach (var condition in view.Conditions)
        {
            if (!condition.Key.Lower.StartsWith(ResourceTag, StringComparison.Ordinal) || !condition.NeedsKey)
                continue;
            if (view.Statement.NotAction is not null)
                ReportNotAction(context, view, condition);
            else
                CheckActions(context, view, condition);
        }
    }

    private static void ReportNotAction(ValidationContext context, StatementView view, ConditionView condition) =>
        context.ReportName(
            view.IsAllow ? "ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE" : "DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
            condition.Entry.Node,
            $"Many actions carry no `{condition.Entry.Key}`, and `NotAction` reaches them all: they are not {(view.IsAllow ? "allowed" : "denied")} by this statement. List the actions in `Action`.");

    private static void CheckActions(ValidationContext context, StatementView view, ConditionView condition)
    {
        SortedSet<string>? services = null;
        string? example = null;
        foreach (var action in view.Actions)
        {
            if (action.Kind != ActionKind.Exact || condition.Key.IsSupportedBy(action.Action!))
                continue;
            (services ??= new(StringComparer.Ordinal)).Add(action.Service!.Prefix);
            example ??= action.Action!.FullName;
        }

        if (services is not null)
            context.ReportName(
                view.IsAllow ? "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE" : "DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
                condition.Entry.Node,
                $"Some actions here carry no `{condition.Entry.Key}`, such as `{example}`, and so are not {(view.IsAllow ? "allowed" : "denied")} by this statement (services: {string.Join(", ", services)}): move them to a statement without this condition.");
    }
}
