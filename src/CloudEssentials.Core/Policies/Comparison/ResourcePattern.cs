using System.Text;

namespace CloudEssentials.Policies.Comparison;

/// <summary>A pattern of resources: what it can match at most, and whether a policy variable narrows that.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Widest">A pattern without variables that matches all that this one can match.</param>
/// <param name="HasVariable">True where a variable's value decides.</param>
internal sealed record ResourcePattern(string Text, string Widest, bool HasVariable)
{
    /// <summary>The pattern of everything.</summary>
    internal static ResourcePattern Any { get; } = new("*", "*", false);

    /// <summary>Reads a pattern; only version 2012-10-17 knows variables.</summary>
    internal static ResourcePattern Read(string text, bool hasVariables)
    {
        if (!hasVariables || !text.Contains("${", StringComparison.Ordinal))
            return new(text, text, false);

        StringBuilder widest = new();
        bool variable = false;
        for (int i = 0; i < text.Length; i++)
        {
            int close = text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{' ? text.IndexOf('}', i) : -1;
            if (close < 0)
            {
                widest.Append(text[i]);
                continue;
            }

            string name = text[(i + 2)..close];
            // ${*}, ${?} and ${$} are the characters themselves; the first two match at most one character of any kind.
            widest.Append(name switch { "*" or "?" => '?', "$" => '$', _ => '*' });
            variable |= name is not "$";
            i = close;
        }

        return new(text, widest.ToString(), variable);
    }
}
