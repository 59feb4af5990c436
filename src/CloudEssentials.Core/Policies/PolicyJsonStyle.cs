namespace CloudEssentials.Policies;

/// <summary>How a document is written as JSON.</summary>
[Flags]
public enum PolicyJsonStyle
{
    /// <summary>Elements in the order in which the document has them, on one line, without white space.</summary>
    Compact = 0,

    /// <summary>One element a line, four spaces a level.</summary>
    Indented = 1,

    /// <summary><c>Version</c>, <c>Id</c> and <c>Statement</c> first; in a statement <c>Sid</c>, <c>Effect</c>, principals, actions, resources, <c>Condition</c>; unknown elements after them.</summary>
    Canonical = 2,
}
