namespace CloudEssentials.Policies;

/// <summary>One operator of a <c>Condition</c> element, and what stands under it.</summary>
public sealed class PolicyConditionBlock
{
    internal PolicyConditionBlock(PolicyNode node)
    {
        Node = node;
        Entries = node.Kind == PolicyNodeKind.Object
            ? Array.ConvertAll(node.ChildArray, child => new PolicyConditionEntry(child))
            : [];
    }

    /// <summary>The operator as written, with qualifier and suffix, such as <c>ForAllValues:StringLikeIfExists</c>.</summary>
    public string Operator => Node.Name!;

    /// <summary>The keys and their values, in order; empty when what stands there is not an object.</summary>
    public IReadOnlyList<PolicyConditionEntry> Entries { get; }

    /// <summary>The value, whose name is the operator.</summary>
    internal PolicyNode Node { get; }
}
