using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>The form of principals; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html.</summary>
internal sealed class PrincipalRule : PolicyRule
{
    private static readonly string[] Kinds = ["AWS", "CanonicalUser", "Federated", "Service"];

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        var principal = view.Statement.Principal ?? view.Statement.NotPrincipal;
        if (principal is null)
            return;
        if (view.IsAllow && view.Statement.NotPrincipal is { } not && context.Type != PolicyType.Trust)
            context.ReportName("ALLOW_WITH_NOT_PRINCIPAL", not.Node, "`NotPrincipal` with `Allow` lets in everyone else, anonymous callers too: name in `Principal` those who may.");
        CheckForm(context, principal);
        foreach (var entry in principal.Entries)
            CheckEntry(context, entry);
        CheckPublic(context, view, principal);
    }

    private static void CheckForm(ValidationContext context, PolicyPrincipal principal)
    {
        if (principal.IsEveryone || principal.Node.Kind == PolicyNodeKind.Object)
            return;
        var text = principal.Node.Text;
        var message = $"`{principal.Node.Name}` is {(principal.Node.IsString ? $"`{text}`" : ElementRule.Describe(principal.Node))}: write `\"*\"`, or an object such as {{ \"AWS\": \"arn:aws:iam::111122223333:role/name\" }}.";
        if (principal.Node.IsString && IsAwsPrincipal(text!))
            context.Report("INVALID_PRINCIPAL_FORMAT", principal.Node, message, $"{{ \"AWS\": {Edits.Quote(text!)} }}", new(principal.Node.Offset, principal.Node.EndOffset - principal.Node.Offset, $"{{ \"AWS\": {Edits.Quote(text!)} }}"));
        else
            context.Report("INVALID_PRINCIPAL_FORMAT", principal.Node, message);
    }

    private static void CheckEntry(ValidationContext context, PolicyPrincipalEntry entry)
    {
        if (!Kinds.Contains(entry.Kind))
        {
            var meant = Array.Find(Kinds, kind => kind.Equals(entry.Kind.Trim(), StringComparison.OrdinalIgnoreCase));
            if (meant is not null && entry.Node.Parent!.Find(meant) is null)
                context.ReportName("INVALID_PRINCIPAL_KEY", entry.Node, $"`{entry.Kind}` is not a kind of principal: write `{meant}`; case counts.", meant);
            else
                context.ReportName("INVALID_PRINCIPAL_KEY", entry.Node, $"`{entry.Kind}` is not a kind of principal: use {string.Join(", ", Kinds)}.");
            return;
        }

        if (entry.Kind == "Federated" && context.Type != PolicyType.Trust)
            context.ReportName("FEDERATED_PRINCIPAL_NOT_SUPPORTED", entry.Node, "Only a role's trust policy takes federated principals: name the role that they assume, as an AWS principal.");
        foreach (var node in entry.Values.NodeArray)
        {
            if (node.IsString)
                CheckValue(context, entry.Kind, node);
            else
                context.Report("DATA_TYPE_MISMATCH", node, $"A principal of kind `{entry.Kind}` is {ElementRule.Describe(node)}: it must be a string.");
        }
    }

    private static void CheckValue(ValidationContext context, string kind, PolicyNode node)
    {
        var text = node.Text!;
        if (kind == "AWS" && text == "*")
            return;
        if (Wildcards.Any(text))
        {
            context.Report("UNSUPPORTED_WILDCARD_IN_PRINCIPAL", node, $"`{text}` has a wildcard, which a principal of kind `{kind}` cannot have{(kind == "AWS" ? " except as `*` alone" : "")}: name each principal, or limit by the condition key aws:PrincipalArn.");
            return;
        }

        if (kind == "AWS")
            CheckAws(context, node, text);
        else if (kind == "Service" && !ServicePrincipals.IsWellFormed(text))
            context.Report("INVALID_SERVICE_PRINCIPAL_FORMAT", node, $"`{text}` is not the form of a service principal: write the service's name and `.amazonaws.com`, all in lower case, such as `ec2.amazonaws.com`.");
    }

    private static void CheckAws(ValidationContext context, PolicyNode node, string text)
    {
        if (text.StartsWith("AROA", StringComparison.Ordinal) && IsUniqueId(text))
            context.Report("INVALID_ROLE_REFERENCE", node, $"`{text}` is the id of a role, perhaps one that was deleted: name the role by its ARN.");
        else if (text.StartsWith("AIDA", StringComparison.Ordinal) && IsUniqueId(text))
            context.Report("INVALID_USER_REFERENCE", node, $"`{text}` is the id of a user, perhaps one that was deleted: name the user by its ARN.");
        else if (text != text.Trim() && (text.Trim() == "*" || IsAwsPrincipal(text.Trim())))
            context.ReportReplacement("INVALID_PRINCIPAL_FORMAT", node, $"`{text}` has white space around it: write `{text.Trim()}`.", text.Trim());
        else if (!IsAwsPrincipal(text) && !text.Contains("${", StringComparison.Ordinal))
            context.Report("INVALID_PRINCIPAL_FORMAT", node, $"`{text}` is not an AWS principal: write an account's 12 digits, or the ARN of an account's root, user, role or session, such as arn:aws:iam::111122223333:role/name.");
    }

    private static void CheckPublic(ValidationContext context, StatementView view, PolicyPrincipal principal)
    {
        if (!view.IsAllow || view.HasConditions || view.Statement.Principal is null || context.Type is not (PolicyType.Resource or PolicyType.Trust))
            return;
        var everyone = principal.IsEveryone ? principal.Node : FindEveryone(principal);
        if (everyone is not null)
            context.Report("PUBLIC_ACCESS", everyone, "The statement lets in everyone, of every account: name the principals, or add a condition such as aws:PrincipalOrgID.");
    }

    private static PolicyNode? FindEveryone(PolicyPrincipal principal)
    {
        foreach (var entry in principal.Entries)
        {
            if (entry.Kind == "AWS" && Array.Find(entry.Values.NodeArray, node => node is { IsString: true, Text: "*" }) is { } star)
                return star;
        }

        return null;
    }

    private static bool IsUniqueId(string text) => text.Length is >= 16 and <= 32 && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsAwsPrincipal(string text)
    {
        if (text.Length == 12 && text.All(char.IsAsciiDigit))
            return true;
        var parts = text.Split(':', 6);
        return parts.Length == 6 && parts[0] == "arn" && parts[2] is "iam" or "sts" && parts[5].Length > 0
            && parts[4].Length == 12 && parts[4].All(char.IsAsciiDigit);
    }
}
