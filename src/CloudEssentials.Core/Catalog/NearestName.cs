namespace CloudEssentials.Catalog;

/// <summary>The name that someone may have meant: the nearest by single edits (a letter more, less, other, or two swapped), without case.</summary>
public static class NearestName
{
    /// <summary>Finds the nearest of some names.</summary>
    /// <param name="wanted">What was written.</param>
    /// <param name="names">The names that exist.</param>
    /// <returns>The nearest, the first of several; null if none is within a quarter of its length (at least two edits).</returns>
    public static string? Find(string wanted, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(names);
        string? best = null;
        var limit = Math.Max(2, wanted.Length / 4);
        foreach (var name in names)
        {
            var distance = Distance(wanted, name, limit);
            if (distance > limit)
                continue;
            best = name;
            limit = distance - 1;
        }

        return best;
    }

    /// <summary>The number of edits between two names, or a number above the limit once that is sure.</summary>
    internal static int Distance(string a, string b, int limit)
    {
        if (limit < 0 || Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        var width = b.Length + 1;
        var table = new int[3 * width];
        Span<int> before = table.AsSpan(0, width), last = table.AsSpan(width, width), row = table.AsSpan(2 * width, width);
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            if (FillRow(a, b, i, before, last, row) > limit)
                return limit + 1;
            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[^1];
    }

    private static int FillRow(string a, string b, int i, Span<int> before, Span<int> last, Span<int> row)
    {
        var least = row[0] = i;
        for (var j = 1; j < row.Length; j++)
        {
            var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
            var edits = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
            if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                edits = Math.Min(edits, before[j - 2] + 1);
            row[j] = edits;
            least = Math.Min(least, edits);
        }

        return least;
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
