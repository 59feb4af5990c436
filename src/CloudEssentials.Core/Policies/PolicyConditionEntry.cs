namespace CloudEssentials.Policies;

/// <summary>A condition key and the values that it is compared with.</summary>
public sealed class PolicyConditionEntry
{
    internal PolicyConditionEntry(PolicyNode node)
    {
        Node = node;
        Values = new(node);
    }

    /// <summary>The key as written, such as <c>aws:SourceIp</c>; its case does not count.</summary>
    public string Key => Node.Name!;

    /// <summary>The values.</summary>
    public PolicyValues Values { get; }

    /// <summary>The value, whose name is the key.</summary>
    internal PolicyNode Node { get; }
}
