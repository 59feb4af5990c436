using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Operators and the shape of what stands under them; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html.</summary>
internal sealed class ConditionOperatorRule : PolicyRule
{
    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        foreach (var block in view.Statement.Condition)
        {
            CheckOperator(context, block, context.Lookups.Operator(block.Operator));
            CheckKeys(context, block);
        }

        foreach (var condition in view.Conditions)
            CheckValues(context, condition);
    }

    private static void CheckOperator(ValidationContext context, PolicyConditionBlock block, OperatorInfo info)
    {
        if (info.Family == OperatorFamily.None)
            ReportUnknown(context, block, info);
        else if (info.Family == OperatorFamily.Null && info.HasIfExists)
            context.ReportName("NULL_WITH_IF_EXISTS", block.Node, "`Null` asks whether a key is there, and so cannot have the suffix `IfExists`: write `Null`.", info.Text.Replace("IfExists", "", StringComparison.Ordinal));
        else if (info.Family == OperatorFamily.Null && info.HasQualifier)
            context.ReportName("NULL_WITH_QUALIFIER", block.Node, $"`{info.Text}` is always {(info.IsForAll ? "true" : "false")}, whatever the request: write `Null`, or compare values with StringLike.");
    }

    private static void ReportUnknown(ValidationContext context, PolicyConditionBlock block, OperatorInfo info)
    {
        if (info.Corrected is { } right && block.Node.Parent!.Find(right) is null)
            context.ReportName("INVALID_CONDITION_OPERATOR", block.Node, $"`{info.Text}` is not a condition operator: write `{right}`.", right);
        else
            context.ReportName("INVALID_CONDITION_OPERATOR", block.Node, $"`{info.Text}` is not a condition operator: {context.DidYouMean(() => info.Suggestion ?? "", "use one such as StringEquals, ArnLike, Bool, IpAddress, NumericLessThan or DateGreaterThan.")}");
    }

    private static void CheckKeys(ValidationContext context, PolicyConditionBlock block)
    {
        if (block.Entries.Count < 2)
            return;
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in block.Entries)
        {
            if (!seen.Add(entry.Key))
                context.ReportName("DUPLICATE_KEYS_WITH_DIFFERENT_CASE", entry.Node, $"`{entry.Key}` stands in this block already in other capitals, and the case of keys does not count: keep one, with the values of both.");
        }
    }

    private static void CheckValues(ValidationContext context, ConditionView condition)
    {
        var values = condition.Values;
        foreach (var node in values)
        {
            if (node.Kind is PolicyNodeKind.Object or PolicyNodeKind.Array or PolicyNodeKind.Null)
                context.Report("DATA_TYPE_MISMATCH", node, $"A value of `{condition.Entry.Key}` is {ElementRule.Describe(node)}: it must be a string, or a number or truth value that fits the operator.");
        }

        if (values.Length < 2)
            return;
        if (Array.Exists(values, node => node.IsScalar && values[0].IsScalar && node.Kind != values[0].Kind))
            context.Report("INVALID_CONDITION_DATA_TYPE", condition.Entry.Node, $"The values of `{condition.Entry.Key}` are of different JSON types: write all as strings.");
        if (condition.Operator.Family == OperatorFamily.Bool)
            context.Report("INVALID_CONDITION_MULTIPLE_BOOLEAN", condition.Entry.Node, $"`{condition.Entry.Key}` is compared with {values.Length} truth values, and `Bool` takes one: keep `true` or `false`.");
    }
}
