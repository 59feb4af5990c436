namespace CloudEssentials.Policies;

/// <summary>The principals of one kind.</summary>
public sealed class PolicyPrincipalEntry
{
    internal PolicyPrincipalEntry(PolicyNode node)
    {
        Node = node;
        Values = new(node);
    }

    /// <summary>The kind: <c>AWS</c>, <c>Service</c>, <c>Federated</c>, <c>CanonicalUser</c>, or whatever the document says.</summary>
    public string Kind => Node.Name!;

    /// <summary>The principals.</summary>
    public PolicyValues Values { get; }

    /// <summary>The value, whose name is the kind.</summary>
    internal PolicyNode Node { get; }
}
