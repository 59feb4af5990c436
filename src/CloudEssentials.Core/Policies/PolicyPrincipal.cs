namespace CloudEssentials.Policies;

/// <summary>A <c>Principal</c> or <c>NotPrincipal</c> element.</summary>
public sealed class PolicyPrincipal
{
    internal PolicyPrincipal(PolicyNode node)
    {
        Node = node;
        Entries = node.Kind == PolicyNodeKind.Object
            ? Array.ConvertAll(node.ChildArray, child => new PolicyPrincipalEntry(child))
            : [];
    }

    /// <summary>The element.</summary>
    internal PolicyNode Node { get; }

    /// <summary>Whether it is the string <c>*</c>: everyone, anonymous callers too.</summary>
    public bool IsEveryone => Node is { IsString: true, Text: "*" };

    /// <summary>Whether it is <c>*</c> or an object of principal kinds with strings in them.</summary>
    public bool IsWellFormed => IsEveryone
        || (Node.Kind == PolicyNodeKind.Object && Entries.All(entry => entry.Values.IsWellFormed));

    /// <summary>What stands under <c>AWS</c>, <c>Service</c>, <c>Federated</c>, <c>CanonicalUser</c> or any other name; empty when the element is not an object.</summary>
    public IReadOnlyList<PolicyPrincipalEntry> Entries { get; }

    /// <summary>The element as JSON.</summary>
    public override string ToString() => Node.ToJson();

    internal static PolicyPrincipal? Of(PolicyNode? node) => node is null ? null : new(node);
}
