namespace CloudEssentials.Policies;

/// <summary>The kinds of JSON values.</summary>
public enum PolicyNodeKind
{
    /// <summary>Members with names.</summary>
    Object,

    /// <summary>Items in order.</summary>
    Array,

    /// <summary>Text in double quotes.</summary>
    String,

    /// <summary>A number, kept as it was written.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary><c>null</c>.</summary>
    Null,
}
