namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Policy variables; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html.</summary>
internal sealed class VariableRule : PolicyRule
{
    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        CheckForbidden(context, view.Statement.SidNode);
        CheckForbidden(context, view.Statement.EffectNode);
        foreach (var node in view.ActionValues?.NodeArray ?? [])
            CheckForbidden(context, node);
        foreach (var entry in (view.Statement.Principal ?? view.Statement.NotPrincipal)?.Entries ?? [])
        {
            foreach (var node in entry.Values.NodeArray)
                CheckForbidden(context, node);
        }

        foreach (var node in view.ResourceValues?.NodeArray ?? [])
            CheckVariables(context, node);
        foreach (var condition in view.Conditions)
            CheckCondition(context, condition);
    }

    private static bool HasVariable(PolicyNode? node) => node is { IsString: true } && node.Text!.Contains("${", StringComparison.Ordinal);

    private static void CheckForbidden(ValidationContext context, PolicyNode? node)
    {
        if (HasVariable(node))
            context.Report("VARIABLE_UNSUPPORTED_IN_ELEMENT", node!, $"`{node!.Text}` holds a policy variable, and variables work only in Resource, NotResource and Condition: write the value itself.");
    }

    private static void CheckCondition(ValidationContext context, ConditionView condition)
    {
        foreach (var node in condition.Values)
        {
            if (!HasVariable(node))
                continue;
            if (condition.Operator.Family is Lookups.OperatorFamily.String or Lookups.OperatorFamily.Arn or Lookups.OperatorFamily.None)
                CheckVariables(context, node);
            else
                context.Report("INVALID_VARIABLE_FOR_OPERATOR", node, $"`{node.Text}` holds a policy variable, and `{condition.Operator.Text}` takes none: only the String and Arn operators do.");
        }
    }

    private static void CheckVariables(ValidationContext context, PolicyNode node)
    {
        if (!HasVariable(node))
            return;
        if (context.Document.Version != "2012-10-17")
        {
            context.Report("VARIABLE_UNSUPPORTED_IN_VERSION", node, $"`{node.Text}` holds a policy variable, which is plain text in this policy: variables need \"Version\": \"2012-10-17\".");
            return;
        }

        var text = node.Text!;
        for (var open = text.IndexOf("${", StringComparison.Ordinal); open >= 0; open = text.IndexOf("${", open + 2, StringComparison.Ordinal))
        {
            var close = text.IndexOf('}', open);
            var next = text.IndexOf("${", open + 2, StringComparison.Ordinal);
            if (close < 0 || (next >= 0 && next < close))
            {
                context.Report("MISSING_BRACE_IN_VARIABLE", node, $"A policy variable in `{text}` is not closed: put `}}` after its name.");
                return;
            }

            CheckVariable(context, node, text[(open + 2)..close]);
        }
    }

    private static void CheckVariable(ValidationContext context, PolicyNode node, string inside)
    {
        if (inside is "*" or "?" or "$")
            return;
        if (string.IsNullOrWhiteSpace(inside))
        {
            context.Report("EMPTY_VARIABLE", node, $"`{node.Text}` holds the empty variable `${{{inside}}}`: name a condition key in it, such as `${{aws:username}}`, or remove it.");
            return;
        }

        var comma = inside.IndexOf(',', StringComparison.Ordinal);
        var name = comma < 0 ? inside : inside[..comma];
        if (name.Any(char.IsWhiteSpace))
            ReportSpace(context, node, name);
        if (comma < 0)
            return;
        var value = inside[(comma + 1)..].Trim();
        if (value.Length < 2 || value[0] != '\'' || value[^1] != '\'')
            context.Report("MISSING_QUOTE_IN_VARIABLE", node, $"The default value {value} in `{node.Text}` must stand in single quotes: write `${{{name.Trim()}, '{value.Trim('\'')}'}}`.");
    }

    private static void ReportSpace(ValidationContext context, PolicyNode node, string name)
    {
        var bare = string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
        context.ReportReplacement(
            "UNSUPPORTED_SPACE_IN_VARIABLE",
            node,
            $"The variable name `{name}` in `{node.Text}` has white space in it: write `{bare}`.",
            node.Text!.Replace("${" + name, "${" + bare, StringComparison.Ordinal));
    }
}
