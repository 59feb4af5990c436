namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Elements that are there and say nothing.</summary>
internal sealed class EmptyElementRule : PolicyRule
{
    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        var statement = view.Statement;
        if (view.ActionValues is { Count: 0 } actions)
            context.Report("EMPTY_ARRAY_ACTION", actions.Node, $"`{actions.Node.Name}` is empty, so that the statement is about no action: name the actions, or remove the statement.");
        if (view.ResourceValues is { Count: 0 } resources)
            context.Report("EMPTY_ARRAY_RESOURCE", resources.Node, $"`{resources.Node.Name}` is empty, so that the statement is about no resource: name the ARNs, or remove the statement.");
        CheckPrincipal(context, statement.Principal ?? statement.NotPrincipal);
        if (statement.ConditionNode is { Kind: PolicyNodeKind.Object, ChildArray.Length: 0 } element)
            context.ReportRemovable("EMPTY_OBJECT_CONDITION", element, "`Condition` is empty and limits nothing: write a condition, or remove the element.");
        foreach (var block in statement.Condition)
        {
            if (block.Node is { Kind: PolicyNodeKind.Object, ChildArray.Length: 0 })
                context.ReportRemovable("EMPTY_OBJECT_CONDITION", block.Node, $"The condition operator `{block.Operator}` is empty and limits nothing: name a key and values, or remove it.");
        }

        foreach (var condition in view.Conditions)
        {
            if (condition.Values.Length == 0)
                ReportEmptyCondition(context, condition);
        }
    }

    private static void CheckPrincipal(ValidationContext context, PolicyPrincipal? principal)
    {
        if (principal is null)
            return;
        if (principal.Node.Kind == PolicyNodeKind.Object && principal.Entries.Count == 0)
            context.Report("EMPTY_OBJECT_PRINCIPAL", principal.Node, $"`{principal.Node.Name}` is empty, so that the statement is about nobody: name the principals, or remove the statement.");
        foreach (var entry in principal.Entries)
        {
            if (entry.Node is { Kind: PolicyNodeKind.Array, ChildArray.Length: 0 })
                context.Report("EMPTY_ARRAY_PRINCIPAL", entry.Node, $"`{entry.Kind}` names no principal: name one, or remove the entry.");
        }
    }

    private static void ReportEmptyCondition(ValidationContext context, ConditionView condition)
    {
        var key = condition.Entry.Key;
        var (code, message) = condition.Operator switch
        {
            { IsForAll: true } => ("EMPTY_ARRAY_CONDITION_FORALLVALUES", $"`ForAllValues` without values is true only where the request lacks `{key}`: say so with \"Null\": {{ \"{key}\": \"true\" }}."),
            { IsForAny: true } => ("EMPTY_ARRAY_CONDITION_FORANYVALUE", $"`ForAnyValue` without values is never true, whatever `{key}` is: name the values."),
            { HasIfExists: true } => ("EMPTY_ARRAY_CONDITION_IFEXISTS", $"`{condition.Operator.Text}` without values is true only where the request lacks `{key}`: say so with \"Null\": {{ \"{key}\": \"true\" }}."),
            _ => ("EMPTY_ARRAY_CONDITION", $"The condition key `{key}` is compared with no value: name the values, or remove the key."),
        };
        context.Report(code, condition.Entry.Node, message);
    }
}
