using System.Collections;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Operations.Policies;

/// <summary>Reads a parameter of policies, whatever was bound to it.</summary>
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

    /// <summary>Reads a request's context keys and values.</summary>
    /// <param name="host">The shell, which knows how its objects are wrapped.</param>
    /// <param name="values">The keys, each with a value or several; may be null.</param>
    /// <returns>The context.</returns>
    /// <exception cref="CloudException"><c>ContextKeyInvalid</c>, <c>ContextValueInvalid</c>.</exception>
    public static RequestContext ReadContext(this IOperationHost host, IDictionary? values)
    {
        ArgumentNullException.ThrowIfNull(host);
        Hashtable plain = [];
        foreach (DictionaryEntry entry in values ?? new Hashtable())
            plain[entry.Key] = ReadValue(host, entry.Value);
        return RequestContext.From(plain);
    }

    private static object? ReadValue(IOperationHost host, object? value) => (value is null ? null : host.Unwrap(value)) switch
    {
        (string or byte[] or IDictionary) and var whole => whole,
        IEnumerable items => items.Cast<object?>().Select(item => item is null ? null : host.Unwrap(item)).ToArray(),
        var single => single,
    };
}
