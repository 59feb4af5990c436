namespace CloudEssentials.Policies;

/// <summary>Thrown for a text that is not a policy document; error id <c>PolicySyntaxError</c>.</summary>
public sealed class PolicySyntaxException : CloudException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">What is wrong and where.</param>
    /// <param name="file">The file that the text comes from, if it comes from one.</param>
    /// <param name="sourceText">The text, to which the places refer.</param>
    public PolicySyntaxException(PolicySyntaxError error, string? file = null, string? sourceText = null)
        : base(
            "PolicySyntaxError",
            $"{(file is null ? "The policy" : $"The policy in '{file}'")} cannot be read at line {error.Line}, column {error.Column}: {error.Message}",
            CloudErrorCategory.SyntaxError,
            file,
            error.Remedy)
    {
        Error = error;
        SourceText = sourceText;
    }

    /// <summary>What is wrong and where.</summary>
    public PolicySyntaxError Error { get; }

    /// <summary>The text that could not be read, if it is known.</summary>
    public string? SourceText { get; }

    /// <summary>The line, from 1.</summary>
    public int Line => Error.Line;

    /// <summary>The column, in UTF-16 code units, from 1.</summary>
    public int Column => Error.Column;

    /// <summary>The element being read (RFC 6901).</summary>
    public string JsonPointer => Error.JsonPointer;
}
