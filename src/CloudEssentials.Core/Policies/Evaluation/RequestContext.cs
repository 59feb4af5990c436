using System.Collections;

namespace CloudEssentials.Policies.Evaluation;

/// <summary>The context keys of a request and their values. Names of keys do not depend on case. Immutable.</summary>
public sealed class RequestContext
{
    /// <summary>A context without keys; the keys that follow from the rest of the request are there all the same.</summary>
    public static readonly RequestContext Empty = new([]);

    private readonly Dictionary<string, ContextValues> _values;

    /// <summary>Makes a context.</summary>
    /// <param name="values">Keys such as <c>aws:SourceIp</c> and their values; see <see cref="ContextValues.From"/>.</param>
    /// <exception cref="CloudException"><c>ContextKeyInvalid</c>: a name is not a key's, or is there twice. <c>ContextValueInvalid</c>.</exception>
    public RequestContext(IEnumerable<KeyValuePair<string, object?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = new(StringComparer.Ordinal);
        foreach ((string key, object? value) in values)
        {
            if (string.IsNullOrWhiteSpace(key) || key.IndexOf(':') is < 1)
                throw Invalid(key, "is not the name of a context key");
            if (!_values.TryAdd(key.ToLowerInvariant(), ContextValues.From(key, value)))
                throw Invalid(key, "is there twice; names of context keys do not depend on case");
        }
    }

    /// <summary>How many keys there are.</summary>
    public int Count => _values.Count;

    /// <summary>Makes a context of a dictionary, as PowerShell writes it: <c>@{ 'aws:SourceIp' = '10.0.0.1' }</c>.</summary>
    /// <param name="values">The keys and values.</param>
    /// <exception cref="CloudException">As the constructor.</exception>
    public static RequestContext From(IDictionary? values) => values is null or { Count: 0 } ? Empty : new(Pairs(values));

    // A generic dictionary is enumerated in pairs of another type unless it is asked as IDictionary.
    private static IEnumerable<KeyValuePair<string, object?>> Pairs(IDictionary values)
    {
        foreach (DictionaryEntry entry in values)
            yield return KeyValuePair.Create(entry.Key.ToString() ?? "", entry.Value);
    }

    internal ContextValues? Find(string lowerName) => _values.Count == 0 ? null : _values.GetValueOrDefault(lowerName);

    private static CloudException Invalid(string? key, string reason) => new(
        "ContextKeyInvalid",
        $"'{key}' {reason}.",
        CloudErrorCategory.InvalidArgument,
        key,
        "A context key has a prefix and a name, such as aws:SourceIp or s3:prefix.");
}
