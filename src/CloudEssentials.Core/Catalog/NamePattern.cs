namespace CloudEssentials.Catalog;

/// <summary>Wildcards in names: <c>*</c> is any run of characters, <c>?</c> is one; case does not count.</summary>
internal static class NamePattern
{
    /// <summary>Whether a text has a wildcard in it.</summary>
    public static bool HasWildcard(ReadOnlySpan<char> text) => text.IndexOfAny('*', '?') >= 0;

    /// <summary>Whether a name matches, in time that is at most the product of the two lengths.</summary>
    public static bool IsMatch(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        int at = 0, p = 0, star = -1, retry = 0;
        while (at < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                retry = at;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || SameLetter(pattern[p], name[at])))
            {
                p++;
                at++;
            }
            else if (star >= 0)
            {
                // Only the last star can take one more character: an earlier one would gain nothing by it.
                p = star + 1;
                at = ++retry;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('*').IsEmpty;
    }

    /// <summary>
    /// Whether a name fits a template such as <c>aws:RequestTag/${TagKey}</c>, in which each <c>${...}</c> stands for at least one character.
    /// </summary>
    public static bool FitsTemplate(ReadOnlySpan<char> name, string template)
    {
        var open = template.IndexOf("${", StringComparison.Ordinal);
        if (open < 0 || !name.StartsWith(template.AsSpan(0, open), StringComparison.OrdinalIgnoreCase))
            return false;
        return FitsRest(name[open..], template[open..]);
    }

    private static bool FitsRest(ReadOnlySpan<char> name, string template)
    {
        System.Text.StringBuilder pattern = new();
        for (var i = 0; i < template.Length; i++)
        {
            var close = template.AsSpan(i).StartsWith("${", StringComparison.Ordinal) ? template.IndexOf('}', i) : -1;
            pattern.Append(close < 0 ? template[i].ToString() : "?*");
            i = Math.Max(i, close);
        }

        return IsMatch(name, pattern.ToString());
    }

    private static bool SameLetter(char a, char b) => a == b || char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
