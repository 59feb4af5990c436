using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Policies;

/// <summary>Reads a document parameter, whatever was bound to it.</summary>
public static class PolicyParameter
{
    /// <summary>Reads a policy document from text, a file, a dictionary or an object that holds one.</summary>
    /// <param name="host">The shell, which knows how its objects are wrapped.</param>
    /// <param name="value">What was given.</param>
    /// <returns>The document.</returns>
    /// <exception cref="CloudException"><c>PolicySyntaxError</c>, <c>PolicyDocumentExpected</c>, <c>PolicyFileUnreadable</c>.</exception>
    public static PolicyDocument ReadPolicy(this IOperationHost host, object? value)
    {
        ArgumentNullException.ThrowIfNull(host);
        return PolicyDocument.From(value, host.Unwrap);
    }
}
