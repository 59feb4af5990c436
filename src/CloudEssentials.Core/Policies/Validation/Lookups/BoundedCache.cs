using System.Collections.Concurrent;

namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>Remembers what was worked out for a text, up to a number of texts; beyond it each is worked out anew.</summary>
internal sealed class BoundedCache<TValue>(Func<string, TValue> make, int limit = 50_000)
{
    private readonly ConcurrentDictionary<string, TValue> _values = new(StringComparer.Ordinal);
    private int _count;

    public TValue Get(string text)
    {
        if (_values.TryGetValue(text, out var value))
            return value;
        value = make(text);
        if (Volatile.Read(ref _count) < limit && text.Length <= 512 && _values.TryAdd(text, value))
            Interlocked.Increment(ref _count);
        return value;
    }
}
