namespace CloudEssentials.Catalog;

/// <summary>
/// Finds names in a list that is sorted without regard to case. A binary search over the list itself: no table has to be built before the
/// first lookup, and none is kept.
/// </summary>
internal static class NameIndex
{
    /// <summary>The index of a name, or -1.</summary>
    public static int Find(string[] sorted, ReadOnlySpan<char> name)
    {
        var at = LowerBound(sorted, name);
        return at < sorted.Length && sorted[at].AsSpan().CompareTo(name, StringComparison.OrdinalIgnoreCase) == 0 ? at : -1;
    }

    /// <summary>The indexes of the names that a pattern with <c>*</c> and <c>?</c> matches; only those with its literal beginning are looked at.</summary>
    public static IEnumerable<int> Match(string[] sorted, string pattern)
    {
        var literal = pattern.AsSpan().IndexOfAny('*', '?');
        if (literal < 0)
        {
            if (Find(sorted, pattern) is >= 0 and var only)
                yield return only;
            yield break;
        }

        for (var i = LowerBound(sorted, pattern.AsSpan(0, literal)); i < sorted.Length; i++)
        {
            if (!sorted[i].AsSpan().StartsWith(pattern.AsSpan(0, literal), StringComparison.OrdinalIgnoreCase))
                yield break;
            if (NamePattern.IsMatch(sorted[i], pattern))
                yield return i;
        }
    }

    private static int LowerBound(string[] sorted, ReadOnlySpan<char> name)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle].AsSpan().CompareTo(name, StringComparison.OrdinalIgnoreCase) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
