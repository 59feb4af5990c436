using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>
/// Permissions that hand roles to services: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html and
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html.
/// </summary>
internal sealed class RoleGrantRule : PolicyRule
{
    private readonly string _codes;
    private readonly string _action;
    private readonly NotableMask _bit;
    private readonly string _limitingKey;
    private readonly string _probe;
    private readonly string _danger;

    private RoleGrantRule(string codes, string action, string limitingKey, string probe, string danger)
    {
        _codes = codes;
        _action = action;
        _bit = NotableActions.Of(action);
        _limitingKey = limitingKey;
        _probe = probe;
        _danger = danger;
    }

    public static RoleGrantRule PassRole { get; } = new(
        "PASS_ROLE", NotableActions.PassRole, "iam:PassedToService", "arn:aws:iam::000000000000:role/0probe", "any role can be handed to any service");

    public static RoleGrantRule CreateServiceLinkedRole { get; } = new(
        "CREATE_SLR", NotableActions.CreateServiceLinkedRole, "iam:AWSServiceName", "arn:aws:iam::000000000000:role/aws-service-role/0probe.amazonaws.com/0probe", "a role can be made for any service");

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (!context.GrantsToIdentity || !view.IsAllow || view.HasKey(_limitingKey.ToLowerInvariant()))
            return;
        var hasNotResource = view.Statement.NotResource is not null;
        if (!hasNotResource && !Array.Exists(view.Resources, IsBroad))
            return;
        if (view.Statement.Action is not null)
            CheckActions(context, view, hasNotResource);
        else if (view.Statement.NotAction is not null && !Array.Exists(view.Actions, action => action.Covers(_action)))
            Report(context, view.ActionValues!.Node, hasNotResource ? "NOT_ACTION_AND_NOT_RESOURCE" : "STAR_IN_RESOURCE_AND_NOT_ACTION", "`NotAction`", hasNotResource);
    }

    private void CheckActions(ValidationContext context, StatementView view, bool hasNotResource)
    {
        for (var i = 0; i < view.Actions.Length; i++)
        {
            var action = view.Actions[i];
            if (!action.Notable.Contains(_bit))
                continue;
            var code = (action.HasWildcard, hasNotResource) switch
            {
                (false, false) => "STAR_IN_RESOURCE",
                (false, true) => "NOT_RESOURCE",
                (true, false) => "STAR_IN_ACTION_AND_RESOURCE",
                (true, true) => "STAR_IN_ACTION_AND_NOT_RESOURCE",
            };
            Report(context, view.ActionValues!.NodeArray[i], code, $"`{action.Text}`", hasNotResource);
            return;
        }
    }

    private void Report(ValidationContext context, PolicyNode node, string code, string what, bool hasNotResource) =>
        context.Report(
            $"{_codes}_WITH_{code}",
            node,
            $"{what} allows `{_action}` {(hasNotResource ? "on whatever `NotResource` does not name" : "on every role")}, so that {_danger}: name the roles' ARNs in `Resource`, and add a condition on `{_limitingKey}`.");

    private bool IsBroad(ArnInfo arn) => arn.IsStar || (arn.IsArn && Wildcards.Covers(arn.Text, _probe, ignoreCase: false)) || IsBroadInResource(arn);

    // The account may be named: what matters is that every role in it is meant.
    private bool IsBroadInResource(ArnInfo arn) =>
        arn.IsArn && (arn.Service == "iam" || Wildcards.OnlyStars(arn.Service))
        && Wildcards.Covers(arn.Resource, _probe.AsSpan("arn:aws:iam::000000000000:".Length), ignoreCase: false);
}
