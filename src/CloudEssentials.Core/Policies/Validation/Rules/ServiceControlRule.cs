using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>
/// What service control policies took only from September 2025 on; https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html.
/// </summary>
internal sealed class ServiceControlRule : PolicyRule
{
    private const string Since = "Organizations takes this since September 2025; older tools, and pipelines that check by the older rules, refuse it.";

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (context.Type != PolicyType.ServiceControl)
            return;
        for (var i = 0; i < view.Actions.Length; i++)
        {
            var text = view.Actions[i].Text;
            if (Wildcards.Any(text) && !Wildcards.OnlyStars(text) && Wildcards.Any(text.AsSpan(0, text.Length - 1)))
                context.Report("SCP_SYNTAX_ERROR_ACTION_WILDCARD", view.ActionValues!.NodeArray[i], $"`{text}` has a wildcard before its end. {Since} To suit them, list the actions or end with `*`.");
        }

        if (view.Statement.NotResource is { } not)
            context.ReportName("SCP_SYNTAX_ERROR_NOTRESOURCE", not.Node, $"The statement uses `NotResource`. {Since} To suit them, name in `Resource` what is denied.");
        if (view.IsAllow)
            CheckAllow(context, view);
    }

    private static void CheckAllow(ValidationContext context, StatementView view)
    {
        if (view.Statement.ConditionNode is { } condition)
            context.ReportName("SCP_SYNTAX_ERROR_ALLOW_CONDITION", condition, $"The statement allows under a condition. {Since} To suit them, deny under the opposite condition.");
        if (view.Statement.NotAction is { } notAction)
            context.ReportName("SCP_SYNTAX_ERROR_ALLOW_NOTACTION", notAction.Node, $"The statement allows with `NotAction`. {Since} To suit them, allow a list, or deny what is not in it.");
        if (view.Statement.Resource is { } resource && !view.HasStarResource)
            context.ReportName("SCP_SYNTAX_ERROR_ALLOW_RESOURCE", resource.Node, $"The statement allows on certain resources. {Since} To suit them, allow on `*` and deny on the others.");
    }
}
