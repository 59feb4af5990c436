using System.Text;

namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>Patterns in which <c>*</c> is any run of characters and <c>?</c> is one.</summary>
internal static class Wildcards
{
    private const int LongestProduct = 4_000_000;

    public static bool Any(ReadOnlySpan<char> text) => text.IndexOfAny('*', '?') >= 0;

    public static bool OnlyStars(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExcept('*') < 0;

    /// <summary>Whether everything that the narrow pattern matches is matched by the wide one too. Never true wrongly.</summary>
    public static bool Covers(ReadOnlySpan<char> wide, ReadOnlySpan<char> narrow, bool ignoreCase)
    {
        int at = 0, w = 0, star = -1, retry = 0;
        while (at < narrow.Length)
        {
            if (w < wide.Length && wide[w] == '*')
            {
                star = w++;
                retry = at;
            }
            else if (w < wide.Length && narrow[at] != '*' && (wide[w] == '?' || (narrow[at] != '?' && Same(wide[w], narrow[at], ignoreCase))))
            {
                w++;
                at++;
            }
            else if (star >= 0)
            {
                w = star + 1;
                at = ++retry;
            }
            else
            {
                return false;
            }
        }

        return wide[w..].IndexOfAnyExcept('*') < 0;
    }

    /// <summary>Whether some text matches both patterns, case counting. Patterns too long to compare are taken to overlap.</summary>
    public static bool Overlap(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        while (!a.IsEmpty && !b.IsEmpty && a[0] != '*' && b[0] != '*')
        {
            if (a[0] != b[0] && a[0] != '?' && b[0] != '?')
                return false;
            a = a[1..];
            b = b[1..];
        }

        while (!a.IsEmpty && !b.IsEmpty && a[^1] != '*' && b[^1] != '*')
        {
            if (a[^1] != b[^1] && a[^1] != '?' && b[^1] != '?')
                return false;
            a = a[..^1];
            b = b[..^1];
        }

        if (a.IsEmpty || b.IsEmpty)
            return a.IndexOfAnyExcept('*') < 0 && b.IndexOfAnyExcept('*') < 0;
        return OnlyStars(a) || OnlyStars(b) || (long)a.Length * b.Length > LongestProduct || OverlapByTable(a, b);
    }

    /// <summary>The text with every policy variable taken as <c>*</c>.</summary>
    public static string WithoutVariables(string text)
    {
        var open = text.IndexOf("${", StringComparison.Ordinal);
        if (open < 0)
            return text;
        StringBuilder pattern = new();
        var at = 0;
        while (open >= 0)
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
                break;
            pattern.Append(text, at, open - at).Append('*');
            at = close + 1;
            open = text.IndexOf("${", at, StringComparison.Ordinal);
        }

        return pattern.Append(text, at, text.Length - at).ToString();
    }

    private static bool OverlapByTable(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        // row[j]: whether the rest of a from i and the rest of b from j have a text in common.
        var below = new bool[b.Length + 1];
        var row = new bool[b.Length + 1];
        for (var i = a.Length; i >= 0; i--)
        {
            for (var j = b.Length; j >= 0; j--)
            {
                var starA = i < a.Length && a[i] == '*';
                var starB = j < b.Length && b[j] == '*';
                row[j] = (i, j) switch
                {
                    _ when i == a.Length && j == b.Length => true,
                    _ when starA || starB =>
                        (starA && below[j]) || (starB && row[j + 1]) || (starA && j < b.Length && row[j + 1]) || (starB && i < a.Length && below[j]),
                    _ => i < a.Length && j < b.Length && (a[i] == b[j] || a[i] == '?' || b[j] == '?') && below[j + 1],
                };
            }

            (below, row) = (row, below);
        }

        return below[0];
    }

    private static bool Same(char a, char b, bool ignoreCase) =>
        a == b || (ignoreCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
