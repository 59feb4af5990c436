using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Trust in identity providers; https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html.</summary>
internal sealed class FederationRule : PolicyRule
{
    private const string GitHub = "token.actions.githubusercontent.com";
    private const string WithSaml = "sts:AssumeRoleWithSAML";
    private const string WithWebIdentity = "sts:AssumeRoleWithWebIdentity";

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (context.Type != PolicyType.Trust)
            return;
        foreach (var entry in view.Statement.Principal?.Entries ?? [])
        {
            foreach (var node in entry.Values.NodeArray)
            {
                if (node.IsString)
                    CheckPrincipal(context, view, entry.Kind, node);
            }
        }

        foreach (var condition in view.Conditions)
            CheckCondition(context, view, condition);
    }

    private static void CheckPrincipal(ValidationContext context, StatementView view, string kind, PolicyNode node)
    {
        var text = node.Text!;
        var isSaml = kind == "Federated" && text.Contains(":saml-provider/", StringComparison.Ordinal);
        var provider = kind == "Federated" && !isSaml ? Provider(text) : null;
        if (kind == "Federated" && !isSaml && provider is null && !Wildcards.Any(text))
        {
            context.Report("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY", node, $"`{text}` is not an identity provider: write its domain, such as `cognito-identity.amazonaws.com`, or the ARN of a SAML or OIDC provider in IAM.");
            return;
        }

        CheckAction(context, view, node, isSaml ? WithSaml : provider is not null ? WithWebIdentity : null);
        if (provider is not null && view.IsAllow)
            CheckProviderConditions(context, view, node, provider);
    }

    private static void CheckAction(ValidationContext context, StatementView view, PolicyNode principal, string? wanted)
    {
        if (view.Statement.Action is null)
            return;
        for (var i = 0; i < view.Actions.Length; i++)
        {
            var action = view.Actions[i];
            var isMismatch = action.Kind == ActionKind.Exact && (wanted, action.Action!.FullName) switch
            {
                (null, WithSaml or WithWebIdentity) => true,
                (WithSaml, WithWebIdentity or "sts:AssumeRole") => true,
                (WithWebIdentity, WithSaml or "sts:AssumeRole") => true,
                _ => false,
            };
            if (isMismatch)
                context.Report("MISMATCHED_ACTION_FOR_PRINCIPAL", view.Statement.Action.NodeArray[i], $"`{action.Text}` does not fit the principal `{principal.Text}`: {(wanted is null ? "users, roles and services use `sts:AssumeRole`; the federated actions need a principal of kind Federated" : $"it assumes roles by `{wanted}`")}.");
        }
    }

    private static void CheckProviderConditions(ValidationContext context, StatementView view, PolicyNode node, string provider)
    {
        if (!Array.Exists(view.Conditions, condition => condition.Key.Lower.StartsWith(provider + ":", StringComparison.Ordinal)))
            context.Report("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL", node, $"Whoever has an account at `{provider}` can assume the role: add a condition on one of its keys, such as `{provider}:aud` or `{provider}:sub`.");
        if (provider == GitHub && !view.HasKey(GitHub + ":sub"))
            context.Report("MISSING_GITHUB_REPO_CONDITION_KEY", node, $"Any repository on GitHub can assume the role: add a condition on `{GitHub}:sub`, such as `repo:owner/name:ref:refs/heads/main`.");
    }

    private static void CheckCondition(ValidationContext context, StatementView view, ConditionView condition)
    {
        if (condition.Key.Lower == GitHub + ":sub" && view.IsAllow)
        {
            foreach (var node in condition.Values)
            {
                if (node.IsString && Wildcards.Any(node.Text!))
                    context.Report("SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED", node, $"`{node.Text}` lets in more than one repository and branch: name them, as in `repo:owner/name:ref:refs/heads/main`.");
            }
        }

        if (condition.Operator.HasQualifier && condition.Key.IsOfProvider && condition.Key.Lower.EndsWith(":aud", StringComparison.Ordinal))
            context.ReportName("CONFIRM_AUDIENCE_CLAIM_TYPE", condition.Entry.Node, $"`{condition.Operator.Text}` is right for `{condition.Entry.Key}` only where the provider's tokens carry several audiences: check that, and leave the qualifier out if they carry one.");
    }

    // The host of an OIDC provider: of its ARN in IAM, or the domain itself.
    private static string? Provider(string text)
    {
        const string inArn = ":oidc-provider/";
        var at = text.IndexOf(inArn, StringComparison.Ordinal);
        var host = at >= 0 && text.StartsWith("arn:", StringComparison.Ordinal) ? text[(at + inArn.Length)..] : text;
        var isHost = host.Contains('.', StringComparison.Ordinal) && !host.Contains(':', StringComparison.Ordinal) && !host.Contains(' ', StringComparison.Ordinal);
        return isHost && (at >= 0 || !host.Contains('/', StringComparison.Ordinal)) ? host.ToLowerInvariant() : null;
    }
}
