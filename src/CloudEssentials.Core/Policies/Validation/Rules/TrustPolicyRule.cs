namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>What a role's trust policy may hold; https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html.</summary>
internal sealed class TrustPolicyRule : PolicyRule
{
    private const string RolesAnywhere = "rolesanywhere.amazonaws.com";
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html, and the actions of STS that its pages put into trust policies.
    private static readonly string[] TrustActions =
        ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext"];

    private static readonly string[] RolesAnywhereActions = ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"];

    public override void CheckDocument(ValidationContext context)
    {
        if (context.Type != PolicyType.Trust)
            return;
        PolicyNode? principal = null;
        var covered = new bool[RolesAnywhereActions.Length];
        foreach (var view in context.Statements)
        {
            if (!view.IsAllow || view.Statement.Action is null || FindPrincipal(view, "Service", RolesAnywhere) is not { } found)
                continue;
            principal ??= found;
            for (var i = 0; i < covered.Length; i++)
                covered[i] |= Array.Exists(view.Actions, action => action.Covers(RolesAnywhereActions[i]));
        }

        var missing = RolesAnywhereActions.Where((_, i) => !covered[i]).ToArray();
        if (principal is not null && missing.Length > 0)
            context.Report("MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY", principal, $"IAM Roles Anywhere cannot assume the role without {string.Join(" and ", missing.Select(action => $"`{action}`"))}: allow it the three actions {string.Join(", ", RolesAnywhereActions)}.");
    }

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (context.Type != PolicyType.Trust)
            return;
        var statement = view.Statement;
        if (statement.NotPrincipal is { } not)
            context.ReportName("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL", not.Node, "A trust policy has no `NotPrincipal`: name in `Principal` who may assume the role, and keep others out by a condition.");
        if (view.ResourceValues is { } resources)
            context.ReportName("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE", resources.Node, $"A trust policy is about the role that it belongs to, and so has no `{resources.Node.Name}`: remove it.");
        if (view.IsAllow && statement.Principal is { IsEveryone: true } everyone)
            context.Report("ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL", everyone.Node, "`\"Principal\": \"*\"` lets anyone in any account assume the role: name the accounts, roles, services or identity providers that may.");
        CheckSessionPrincipals(context, statement.Principal);
        CheckActions(context, view);
    }

    private static void CheckActions(ValidationContext context, StatementView view)
    {
        for (var i = 0; i < view.Actions.Length; i++)
        {
            var action = view.Actions[i];
            if (action.IsReal && !Array.Exists(TrustActions, action.Covers))
                context.Report("UNSUPPORTED_ACTION_IN_POLICY", view.ActionValues!.NodeArray[i], $"`{action.Text}` is not a way to assume a role, and a trust policy is about nothing else: write one such as `sts:AssumeRole`, and allow the rest in the role's own policies.");
        }
    }

    private static void CheckSessionPrincipals(ValidationContext context, PolicyPrincipal? principal)
    {
        HashSet<string>? roles = null;
        foreach (var entry in principal?.Entries ?? [])
        {
            foreach (var node in entry.Kind == "AWS" ? entry.Values.NodeArray : [])
            {
                if (node.IsString && ParentRole(node.Text!) is { } role)
                {
                    roles ??= [.. entry.Values];
                    var withoutService = role.Replace(":sts::", ":iam::", StringComparison.Ordinal);
                    if (roles.Contains(withoutService))
                        context.ReportRemovable("REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY", node, $"The session `{node.Text}` may assume the role already as `{withoutService}`: remove it.");
                }
            }
        }
    }

    // arn:aws:sts::111122223333:assumed-role/name/session is a session of arn:aws:iam::111122223333:role/name.
    private static string? ParentRole(string arn)
    {
        const string sessions = ":assumed-role/";
        var at = arn.IndexOf(sessions, StringComparison.Ordinal);
        var end = arn.LastIndexOf('/');
        return at < 0 || end <= at + sessions.Length ? null : string.Concat(arn.AsSpan(0, at), ":role/", arn.AsSpan(at + sessions.Length, end - at - sessions.Length));
    }

    internal static PolicyNode? FindPrincipal(StatementView view, string kind, string value)
    {
        foreach (var entry in view.Statement.Principal?.Entries ?? [])
        {
            if (entry.Kind == kind && Array.Find(entry.Values.NodeArray, node => node.Text == value) is { } found)
                return found;
        }

        return null;
    }
}
