namespace CloudEssentials.Policies;

/// <summary>Why a text is not a policy document, and where.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
/// <param name="Offset">Where, in UTF-16 code units from 0, after a byte order mark and URL encoding are removed.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, in UTF-16 code units, from 1.</param>
/// <param name="JsonPointer">The element being read (RFC 6901); empty for the document itself.</param>
/// <param name="Edit">The change that mends it, where only one is possible.</param>
public sealed record PolicySyntaxError(
    string Message,
    string Remedy,
    int Offset,
    int Line,
    int Column,
    string JsonPointer,
    PolicyTextEdit? Edit = null);
