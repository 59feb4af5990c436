using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Which elements there must and may be, and of which JSON type; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html.</summary>
internal sealed class ElementRule : PolicyRule
{
    private static readonly Dictionary<string, string> Plurals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Statements"] = PolicyElementName.Statement,
        ["Actions"] = PolicyElementName.Action,
        ["NotActions"] = PolicyElementName.NotAction,
        ["Resources"] = PolicyElementName.Resource,
        ["NotResources"] = PolicyElementName.NotResource,
        ["Principals"] = PolicyElementName.Principal,
        ["Conditions"] = PolicyElementName.Condition,
    };

    public override void CheckDocument(ValidationContext context)
    {
        var document = context.Document;
        ReportUnknown(context, document.UnknownElements, document.Root, PolicyElementName.OfDocument, "a policy");
        WantString(context, document.VersionNode, PolicyElementName.Version);
        WantString(context, document.IdNode, PolicyElementName.Id);
        if (document.StatementNode is null)
            context.Report("MISSING_STATEMENT", document.Root, "The policy has no `Statement`: add one with Effect, Action and Resource.");
        else if (document.StatementNode.IsScalar)
            context.Report("DATA_TYPE_MISMATCH", document.StatementNode, $"`Statement` is {Describe(document.StatementNode)}: it must be an object or an array of objects.");
        else if (document.StatementNode.ChildArray.Length == 0)
            context.Report("MISSING_STATEMENT", document.StatementNode, "`Statement` is empty: add a statement with Effect, Action and Resource.");
    }

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        var statement = view.Statement;
        if (statement.Node.Kind != PolicyNodeKind.Object)
        {
            if (context.Document.StatementNode!.Kind == PolicyNodeKind.Array)
                context.Report("DATA_TYPE_MISMATCH", statement.Node, $"A statement must be an object; this is {Describe(statement.Node)}.");
            return;
        }

        if (statement.Node.ChildArray.Length == 0 && context.Document.StatementNode!.Kind != PolicyNodeKind.Array)
            return;
        ReportUnknown(context, statement.UnknownElements, statement.Node, PolicyElementName.OfStatement, "a statement");
        CheckTypes(context, statement);
        CheckEffect(context, statement);
        CheckCombinations(context, statement);
        CheckMissing(context, statement);
        CheckPrincipalPlace(context, statement);
    }

    private static void CheckTypes(ValidationContext context, PolicyStatement statement)
    {
        WantString(context, statement.SidNode, PolicyElementName.Sid);
        WantString(context, statement.EffectNode, PolicyElementName.Effect);
        WantStrings(context, statement.Action, PolicyElementName.Action);
        WantStrings(context, statement.NotAction, PolicyElementName.NotAction);
        WantStrings(context, statement.Resource, PolicyElementName.Resource);
        WantStrings(context, statement.NotResource, PolicyElementName.NotResource);
        if (statement.ConditionNode is { } condition && condition.Kind != PolicyNodeKind.Object)
            context.Report("DATA_TYPE_MISMATCH", condition, $"`Condition` is {Describe(condition)}: it must be an object of operators.");
        foreach (var block in statement.Condition)
        {
            if (block.Node.Kind != PolicyNodeKind.Object)
                context.Report("DATA_TYPE_MISMATCH", block.Node, $"The operator `{block.Operator}` holds {Describe(block.Node)}: it must hold an object of condition keys and values.");
        }
    }

    private static void CheckEffect(ValidationContext context, PolicyStatement statement)
    {
        if (statement.EffectNode is null)
        {
            context.Report("MISSING_EFFECT", statement.Node, "The statement has no `Effect`: add \"Effect\": \"Allow\" or \"Effect\": \"Deny\".");
            return;
        }

        if (statement.Effect is not { } effect || statement.IsAllow || statement.IsDeny)
            return;
        var meant = effect.Trim();
        var right = meant.Equals("Allow", StringComparison.OrdinalIgnoreCase) ? "Allow" : meant.Equals("Deny", StringComparison.OrdinalIgnoreCase) ? "Deny" : null;
        var message = $"`{effect}` is not an effect: write `{right ?? "Allow` or `Deny"}`; case counts.";
        if (right is null)
            context.Report("INVALID_EFFECT", statement.EffectNode, message);
        else
            context.ReportReplacement("INVALID_EFFECT", statement.EffectNode, message, right);
    }

    private static void CheckCombinations(ValidationContext context, PolicyStatement statement)
    {
        ReportBoth(context, statement.Action?.Node, statement.NotAction?.Node);
        ReportBoth(context, statement.Resource?.Node, statement.NotResource?.Node);
        ReportBoth(context, statement.Principal?.Node, statement.NotPrincipal?.Node);
    }

    private static void ReportBoth(ValidationContext context, PolicyNode? one, PolicyNode? other)
    {
        if (one is not null && other is not null)
            context.ReportName("UNSUPPORTED_ELEMENT_COMBINATION", other, $"`{one.Name}` and `{other.Name}` cannot stand in the same statement: remove one of them, or write two statements.");
    }

    private static void CheckMissing(ValidationContext context, PolicyStatement statement)
    {
        if (statement.Action is null && statement.NotAction is null)
            context.Report("MISSING_ACTION", statement.Node, "The statement names no action: add `Action` or `NotAction`.");
        if (statement.Resource is null && statement.NotResource is null && context.Type is not (PolicyType.Trust or PolicyType.Resource))
            context.Report("MISSING_RESOURCE", statement.Node, "The statement names no resource: add `Resource` with ARNs, or `\"*\"` for actions that take none.");
    }

    private static void CheckPrincipalPlace(ValidationContext context, PolicyStatement statement)
    {
        var principal = statement.Principal?.Node ?? statement.NotPrincipal?.Node;
        switch (context.Type)
        {
            case PolicyType.Identity or PolicyType.Session or PolicyType.PermissionsBoundary when principal is not null:
                context.ReportName("UNSUPPORTED_PRINCIPAL", principal, $"A policy of type {context.Type} has no `{principal.Name}`: it works on whoever it is attached to. Remove the element, or check the policy as a Resource or Trust policy.");
                break;
            case PolicyType.ServiceControl when principal is not null:
                context.ReportName("SCP_SYNTAX_ERROR_PRINCIPAL", principal, $"A service control policy has no `{principal.Name}`: remove it, and name principals by the condition key `aws:PrincipalArn`.");
                break;
            case PolicyType.Resource or PolicyType.Trust or PolicyType.ResourceControl or PolicyType.VpcEndpoint when principal is null:
                context.Report("MISSING_PRINCIPAL", statement.Node, $"A policy of type {context.Type} must say whom the statement is about: add `Principal`, such as \"Principal\": {{ \"AWS\": \"111122223333\" }}.");
                break;
        }
    }

    private static void ReportUnknown(ValidationContext context, IReadOnlyList<PolicyNode> elements, PolicyNode parent, string[] known, string owner)
    {
        foreach (var element in elements)
        {
            var name = element.Name!;
            var bare = name.Trim();
            var meant = Array.Find(known, right => right.Equals(bare, StringComparison.OrdinalIgnoreCase)) ?? Plurals.GetValueOrDefault(bare);
            if (meant is not null && known.Contains(meant) && parent.Find(meant) is null)
                context.ReportName("INVALID_POLICY_ELEMENT", element, $"`{name}` is not an element of {owner}: write `{meant}`.", meant);
            else
                context.ReportName("INVALID_POLICY_ELEMENT", element, $"`{name}` is not an element of {owner}: {Suggest(name, known)}");
        }
    }

    private static string Suggest(string name, string[] known) =>
        NearestName.Find(name, known) is { } near ? $"did you mean `{near}`?" : $"remove it; the elements are {string.Join(", ", known)}.";

    private static void WantString(ValidationContext context, PolicyNode? node, string name)
    {
        if (node is { IsString: false })
            context.Report("DATA_TYPE_MISMATCH", node, $"`{name}` is {Describe(node)}: it must be a string in double quotes.");
    }

    private static void WantStrings(ValidationContext context, PolicyValues? values, string name)
    {
        foreach (var node in values?.NodeArray ?? [])
        {
            if (!node.IsString)
                context.Report("DATA_TYPE_MISMATCH", node, $"`{name}` holds {Describe(node)}: it must be a string or an array of strings.");
        }
    }

    internal static string Describe(PolicyNode node) => node.Kind switch
    {
        PolicyNodeKind.Object => "an object",
        PolicyNodeKind.Array => "an array",
        PolicyNodeKind.String => "a string",
        PolicyNodeKind.Number => $"the number {Shorten(node.Text!)}",
        PolicyNodeKind.Boolean => $"the truth value {node.Text}",
        _ => "null",
    };

    private static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "...";
}
