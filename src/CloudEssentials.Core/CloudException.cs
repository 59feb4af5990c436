namespace CloudEssentials;

/// <summary>
/// The module's own error: what went wrong, under a stable id that a script may rely on, and what would be right.
/// Thrown, it ends a command; handed to a host's <c>WriteError</c>, it ends one item and the rest go on.
/// </summary>
public class CloudException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="errorId">A stable id in PascalCase, such as <c>RegionUnknown</c>. Never changes once released.</param>
    /// <param name="message">One or two sentences: what was wrong with which value.</param>
    /// <param name="category">What kind of error it is.</param>
    /// <param name="target">The item that it is about; never a secret.</param>
    /// <param name="remedy">What would be right, or which command helps.</param>
    /// <param name="innerException">What lies below it.</param>
    public CloudException(
        string errorId,
        string message,
        CloudErrorCategory category = CloudErrorCategory.InvalidArgument,
        object? target = null,
        string? remedy = null,
        Exception? innerException = null)
        : base(message, innerException)
    {
        ErrorId = errorId;
        Category = category;
        Target = target;
        Remedy = remedy;
    }

    /// <summary>The stable id.</summary>
    public string ErrorId { get; }

    /// <summary>What kind of error it is.</summary>
    public CloudErrorCategory Category { get; }

    /// <summary>The item that it is about, if there is one.</summary>
    public object? Target { get; }

    /// <summary>What to do about it, if that is known.</summary>
    public string? Remedy { get; }
}
