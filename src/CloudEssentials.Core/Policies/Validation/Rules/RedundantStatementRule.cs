namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Statements that say what an earlier one says, whatever their Sids and the order of their values.</summary>
internal sealed class RedundantStatementRule : PolicyRule
{
    public override void CheckDocument(ValidationContext context)
    {
        if (context.Statements.Length < 2)
            return;
        Dictionary<int, StatementView> seen = [];
        foreach (var view in context.Statements)
        {
            if (view.Statement.Node.Kind != PolicyNodeKind.Object || view.Actions.Length == 0)
                continue;
            if (seen.TryAdd(HashOf(view), view))
                continue;
            var earlier = seen[HashOf(view)];
            if (!SaysTheSame(view, earlier))
                continue;
            context.Current = view;
            context.ReportRemovable("REDUNDANT_STATEMENT", view.Statement.Node, $"The statement says what statement {earlier.Statement.Sid ?? $"number {earlier.Statement.Index + 1}"} says already: remove one of them.");
        }

        context.Current = null;
    }

    private static int HashOf(StatementView view)
    {
        HashCode hash = default;
        hash.Add(view.Statement.Effect, StringComparer.Ordinal);
        hash.Add(view.HasAction);
        hash.Add(view.Statement.Resource is not null);
        hash.Add(Sum(view.ActionValues));
        hash.Add(Sum(view.ResourceValues));
        hash.Add(view.Conditions.Length);
        foreach (var condition in view.Conditions)
        {
            hash.Add(condition.Entry.Key, StringComparer.Ordinal);
            hash.Add(Sum(condition.Entry.Values));
        }

        return hash.ToHashCode();
    }

    private static int Sum(PolicyValues? values)
    {
        var sum = 0;
        foreach (var node in values?.NodeArray ?? [])
            sum = unchecked(sum + string.GetHashCode(node.Text, StringComparison.Ordinal));
        return sum;
    }

    private static bool SaysTheSame(StatementView one, StatementView other) =>
        one.Statement.Effect == other.Statement.Effect
        && one.HasAction == other.HasAction
        && (one.Statement.Resource is null) == (other.Statement.Resource is null)
        && SameSet(one.ActionValues, other.ActionValues)
        && SameSet(one.ResourceValues, other.ResourceValues)
        && SameText(one.Statement.ConditionNode, other.Statement.ConditionNode)
        && SameText(one.Statement.Principal?.Node, other.Statement.Principal?.Node)
        && SameText(one.Statement.NotPrincipal?.Node, other.Statement.NotPrincipal?.Node);

    private static bool SameSet(PolicyValues? one, PolicyValues? other) =>
        one is null || other is null ? one == other : new HashSet<string>(one, StringComparer.Ordinal).SetEquals(other);

    private static bool SameText(PolicyNode? one, PolicyNode? other) => one?.ToJson() == other?.ToJson();
}
