using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Whether each action exists; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html.</summary>
internal sealed class ActionRule : PolicyRule
{
    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        for (var i = 0; i < view.Actions.Length; i++)
        {
            var node = view.ActionValues!.NodeArray[i];
            if (node.IsString)
                Check(context, node, view.Actions[i]);
        }
    }

    private static void Check(ValidationContext context, PolicyNode node, ActionInfo action)
    {
        switch (action.Kind)
        {
            case ActionKind.Malformed when !action.Text.Contains("${", StringComparison.Ordinal):
                context.Report("INVALID_ACTION", node, $"`{action.Text}` is not an action: write the service, a colon and the action, such as `s3:GetObject`, or `*` for all.");
                break;
            case ActionKind.NoSuchService:
                var service = action.Text.Split(':')[0];
                context.Report("INVALID_SERVICE_IN_ACTION", node, $"`{service}` in `{action.Text}` is not a service: {context.DidYouMean(() => action.Suggestion, "look it up with Get-PolicyAction.")}");
                break;
            case ActionKind.NoSuchAction when action.HasWildcard:
                context.Report("INVALID_ACTION", node, $"`{action.Text}` matches no action of {action.Service!.Name}: see Get-PolicyAction -Service {action.Service.Prefix}.");
                break;
            case ActionKind.NoSuchAction:
                context.Report("INVALID_ACTION", node, $"`{action.Text}` is not an action of {action.Service!.Name}: {context.DidYouMean(() => action.Suggestion, $"see Get-PolicyAction -Service {action.Service.Prefix}.")}");
                break;
            case ActionKind.Spaced:
                context.ReportReplacement("ACTION_WITH_SPACE", node, $"`{action.Text}` has white space in it, which no action has: write `{action.Corrected}`.", action.Corrected!);
                break;
            case ActionKind.ManyServices:
                context.Report("WILDCARD_IN_SERVICE_NAME", node, $"`{action.Text}` has a wildcard in the service's name, and so reaches services that AWS may add: name the service.");
                break;
        }

        if (action.Corrected is not null && action.IsReal)
            context.ReportReplacement("ACTION_CASE", node, $"`{action.Text}` works, and AWS writes it `{action.Corrected}`.", action.Corrected);
    }
}
