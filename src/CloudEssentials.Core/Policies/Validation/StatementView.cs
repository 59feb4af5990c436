using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation;

/// <summary>A statement with what is known of its values, worked out once for all rules.</summary>
internal sealed class StatementView
{
    public StatementView(PolicyStatement statement, PolicyLookups lookups)
    {
        Statement = statement;
        ActionValues = statement.Action ?? statement.NotAction;
        Actions = ActionValues is null ? [] : Array.ConvertAll(ActionValues.NodeArray, node => lookups.Action(node.IsString ? node.Text! : ""));
        ResourceValues = statement.Resource ?? statement.NotResource;
        Resources = ResourceValues is null ? [] : Array.ConvertAll(ResourceValues.NodeArray, node => lookups.Arn(node.IsString ? node.Text! : ""));
        Conditions = MakeConditions(statement, lookups);
        HasStarResource = statement.Resource is not null && Array.Exists(Resources, resource => resource.IsStar);
    }

    public PolicyStatement Statement { get; }

    /// <summary>Action, or NotAction where there is no Action.</summary>
    public PolicyValues? ActionValues { get; }

    public ActionInfo[] Actions { get; }

    /// <summary>Resource, or NotResource where there is no Resource.</summary>
    public PolicyValues? ResourceValues { get; }

    public ArnInfo[] Resources { get; }

    public ConditionView[] Conditions { get; }

    /// <summary>Whether <c>*</c> is among the resources.</summary>
    public bool HasStarResource { get; }

    public bool IsAllow => Statement.IsAllow;

    public bool IsDeny => Statement.IsDeny;

    public bool HasAction => Statement.Action is not null;

    public bool HasConditions => Conditions.Length > 0;

    public bool HasKey(string lowerKey)
    {
        foreach (var condition in Conditions)
        {
            if (condition.Key.Lower == lowerKey)
                return true;
        }

        return false;
    }

    private static ConditionView[] MakeConditions(PolicyStatement statement, PolicyLookups lookups)
    {
        var count = 0;
        foreach (var block in statement.Condition)
            count += block.Entries.Count;
        var conditions = count == 0 ? [] : new ConditionView[count];
        var at = 0;
        foreach (var block in statement.Condition)
        {
            var info = lookups.Operator(block.Operator);
            foreach (var entry in block.Entries)
                conditions[at++] = new(block, entry, info, lookups.Key(entry.Key));
        }

        return conditions;
    }
}
