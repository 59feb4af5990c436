using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>What resource control policies may hold; https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html.</summary>
internal sealed class ResourceControlRule : PolicyRule
{
    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (context.Type != PolicyType.ResourceControl || IsAwsOwn(view))
            return;
        var statement = view.Statement;
        if (view.IsAllow)
            context.Report("RCP_SYNTAX_ERROR", statement.EffectNode!, "A resource control policy of your own can only deny: AWS's RCPFullAWSAccess does the allowing.");
        if (statement.NotPrincipal is { } notPrincipal)
            context.ReportName("RCP_SYNTAX_ERROR", notPrincipal.Node, "A resource control policy has no `NotPrincipal`: write \"Principal\": \"*\" and exempt principals by a condition.");
        if (statement.Principal is { IsEveryone: false } principal)
            context.Report("RCP_SYNTAX_ERROR", principal.Node, "The principal of a resource control policy is always `\"*\"`: exempt principals by a condition such as aws:PrincipalArn.");
        if (statement.NotAction is { } notAction)
            context.ReportName("RCP_SYNTAX_ERROR", notAction.Node, "A resource control policy has no `NotAction`: list in `Action` what is denied.");
        for (var i = 0; i < view.Actions.Length; i++)
            CheckAction(context, statement, view.Actions[i], i);
    }

    private static void CheckAction(ValidationContext context, PolicyStatement statement, ActionInfo action, int index)
    {
        if (statement.Action is null)
            return;
        var node = statement.Action.NodeArray[index];
        if (action.Kind == ActionKind.All)
            context.Report("RCP_SYNTAX_ERROR", node, "A resource control policy cannot deny `*` alone: name the services, as in `s3:*`.");
        else if (action.Service is { SupportsResourceControlPolicies: false } service)
            context.Report("RCP_SYNTAX_ERROR", node, $"`{action.Text}`: {service.Name} is not among the services that resource control policies bind.");
    }

    private static bool IsAwsOwn(StatementView view) =>
        view is { IsAllow: true, HasConditions: false, HasStarResource: true } && view.Statement.Principal is { IsEveryone: true }
        && Array.Exists(view.Actions, action => action.Kind == ActionKind.All);
}
