using System.Text;

namespace CloudEssentials.Policies;

/// <summary>One JSON value of a document, and where it stands in the text. Immutable.</summary>
public sealed class PolicyNode
{
    private readonly PolicySourceText _source;
    private PolicyNode[] _children = [];

    internal PolicyNode(PolicySourceText source, PolicyNodeKind kind, PolicyNode? parent, int index, string? name, int nameOffset, int offset)
    {
        _source = source;
        Kind = kind;
        Parent = parent;
        Index = index;
        Name = name;
        NameOffset = nameOffset;
        Offset = offset;
    }

    /// <summary>What kind of value it is.</summary>
    public PolicyNodeKind Kind { get; }

    /// <summary>The name under which its object holds it; null for items of arrays and for the root.</summary>
    public string? Name { get; }

    /// <summary>A string's characters without quotes and escapes; a number, <c>true</c>, <c>false</c> or <c>null</c> as written; null for objects and arrays.</summary>
    public string? Text { get; internal set; }

    /// <summary>The members of an object or the items of an array, in the order of the text; empty for the rest.</summary>
    public IReadOnlyList<PolicyNode> Children => _children;

    /// <summary>The object or array that holds it; null for the root.</summary>
    public PolicyNode? Parent { get; }

    /// <summary>Its place among its siblings, from 0.</summary>
    public int Index { get; }

    /// <summary>Where the value begins in <see cref="PolicyDocument.SourceText"/>, in UTF-16 code units from 0.</summary>
    public int Offset { get; }

    /// <summary>Where the value ends: the offset after its last character.</summary>
    public int EndOffset { get; internal set; }

    /// <summary>Where the name's opening quote stands; -1 when there is no name.</summary>
    public int NameOffset { get; }

    /// <summary>The line of the value's first character, from 1.</summary>
    public int Line => _source.Locate(Offset).Line;

    /// <summary>The column of the value's first character, in UTF-16 code units, from 1.</summary>
    public int Column => _source.Locate(Offset).Column;

    /// <summary>The line of the name's opening quote, or of the value when there is no name.</summary>
    public int NameLine => _source.Locate(NameOffset < 0 ? Offset : NameOffset).Line;

    /// <summary>The column of the name's opening quote, or of the value when there is no name.</summary>
    public int NameColumn => _source.Locate(NameOffset < 0 ? Offset : NameOffset).Column;

    /// <summary>The value's JSON pointer (RFC 6901), such as <c>/Statement/0/Action</c>; empty for the root.</summary>
    public string JsonPointer => MakePointer(this);

    /// <summary>Whether it is a string.</summary>
    public bool IsString => Kind == PolicyNodeKind.String;

    /// <summary>Whether it is a string, a number, a truth value or null.</summary>
    public bool IsScalar => Kind > PolicyNodeKind.Array;

    internal PolicyNode[] ChildArray
    {
        get => _children;
        set => _children = value;
    }

    /// <summary>The member of this name (case counts), or null.</summary>
    /// <param name="name">The name.</param>
    public PolicyNode? Find(string name)
    {
        foreach (var child in _children)
        {
            if (child.Name == name)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The value as JSON.</summary>
    /// <param name="style">Indented or compact; <see cref="PolicyJsonStyle.Canonical"/> orders only a document's root and statements.</param>
    public string ToJson(PolicyJsonStyle style = PolicyJsonStyle.Compact) => PolicyJsonWriter.Write(this, style);

    /// <summary>The value as JSON on one line.</summary>
    public override string ToString() => ToJson();

    internal static string MakePointer(PolicyNode? node, string? lastStep = null)
    {
        List<PolicyNode> path = [];
        for (var step = node; step?.Parent is not null; step = step.Parent)
        {
            path.Add(step);
        }

        StringBuilder pointer = new();
        for (var i = path.Count - 1; i >= 0; i--)
        {
            AppendStep(pointer, path[i].Name, path[i].Index);
        }

        if (lastStep is not null)
        {
            AppendStep(pointer, lastStep, 0);
        }

        return pointer.ToString();
    }

    private static void AppendStep(StringBuilder pointer, string? name, int index)
    {
        pointer.Append('/');
        if (name is null)
        {
            pointer.Append(index);
        }
        else
        {
            pointer.Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }
    }
}
