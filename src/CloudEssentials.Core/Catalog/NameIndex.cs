namespace CloudEssentials.Catalog;

/// <summary>
/// Finds entries in a list that is sorted by name, ignoring case. A binary search over the list itself: no table has to be
/// built before the first lookup, and none is kept.
/// </summary>
internal static class NameIndex
{
    public static T? Find<T>(T[] sorted, ReadOnlySpan<char> name)
        where T : class, ICatalogName
    {
        var at = LowerBound(sorted, name);
        return at < sorted.Length && sorted[at].Key.AsSpan().Equals(name, StringComparison.OrdinalIgnoreCase)
            ? sorted[at]
            : null;
    }

    /// <summary>The index of the first entry that is not before the name.</summary>
    public static int LowerBound<T>(T[] sorted, ReadOnlySpan<char> name)
        where T : class, ICatalogName
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle].Key.AsSpan().CompareTo(name, StringComparison.OrdinalIgnoreCase) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The entries that a pattern with <c>*</c> and <c>?</c> matches; only those with its literal beginning are looked at.</summary>
    public static IEnumerable<T> Match<T>(T[] sorted, string pattern)
        where T : class, ICatalogName
    {
        var literal = pattern.AsSpan().IndexOfAny('*', '?');
        if (literal < 0)
        {
            if (Find(sorted, pattern) is { } only)
                yield return only;
            yield break;
        }

        for (var i = LowerBound(sorted, pattern.AsSpan(0, literal)); i < sorted.Length; i++)
        {
            var key = sorted[i].Key;
            if (!key.AsSpan().StartsWith(pattern.AsSpan(0, literal), StringComparison.OrdinalIgnoreCase))
                yield break;
            if (NamePattern.IsMatch(key, pattern))
                yield return sorted[i];
        }
    }
}
