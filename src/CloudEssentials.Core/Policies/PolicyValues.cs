using System.Collections;

namespace CloudEssentials.Policies;

/// <summary>
/// The values of an element that may be one value or an array of them, in order. Values that are not strings read as
/// they are written (<c>true</c>, <c>10</c>); a value that is itself an object or an array reads as the empty string,
/// and <see cref="IsWellFormed"/> is false.
/// </summary>
public sealed class PolicyValues : IReadOnlyList<string>
{
    internal PolicyValues(PolicyNode node)
    {
        Node = node;
        NodeArray = node.Kind == PolicyNodeKind.Array ? node.ChildArray : [node];
    }

    /// <summary>The element.</summary>
    internal PolicyNode Node { get; }

    /// <summary>The values' nodes: the items of the array, or the element itself when it is not an array.</summary>
    internal IReadOnlyList<PolicyNode> Nodes => NodeArray;

    /// <summary>Whether the element is a value of its own and not an array.</summary>
    public bool IsSingle => Node.Kind != PolicyNodeKind.Array;

    /// <summary>Whether every value is a string.</summary>
    public bool IsWellFormed => Array.TrueForAll(NodeArray, node => node.IsString);

    /// <summary>How many values there are.</summary>
    public int Count => NodeArray.Length;

    internal PolicyNode[] NodeArray { get; }

    /// <summary>The value at a place, from 0.</summary>
    /// <param name="index">The place.</param>
    public string this[int index] => NodeArray[index].Text ?? "";

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        foreach (var node in NodeArray)
        {
            yield return node.Text ?? "";
        }
    }

    /// <summary>The values with commas between them.</summary>
    public override string ToString() => string.Join(", ", this);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static PolicyValues? Of(PolicyNode? node) => node is null ? null : new(node);
}
