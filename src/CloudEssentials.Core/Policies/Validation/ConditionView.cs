using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation;

/// <summary>One condition of a statement: operator, key, values.</summary>
internal readonly record struct ConditionView(PolicyConditionBlock Block, PolicyConditionEntry Entry, OperatorInfo Operator, ConditionKeyInfo Key)
{
    public PolicyNode[] Values => Entry.Values.NodeArray;

    /// <summary>Whether the condition is false for a request without the key.</summary>
    public bool NeedsKey => !Operator.HasIfExists && !Operator.IsNegated && !Operator.IsForAll && Operator.Family is not (OperatorFamily.Null or OperatorFamily.None);
}
