using System.Text;
using System.Text.RegularExpressions;

namespace CloudEssentials.Sandbox.Models;

/// <summary>Turns a pattern of a service model, which is Java's, into one of .NET's that matches whole values.</summary>
internal static class ModelPattern
{
    // Java takes two surrogates for one character, and a range of such; .NET sees each for itself.
    private const string BeyondBasic = @"\uD800\uDC00-\uDBFF\uDFFF";
    private const string Surrogates = @"\uD800-\uDFFF";

    public static Regex Compile(string pattern)
    {
        string whole = $@"\A(?:{AsciiWords(pattern.Replace(BeyondBasic, Surrogates, StringComparison.OrdinalIgnoreCase))})\z";
        try
        {
            // A value comes from outside: without backtracking no value can hold the account up.
            return new Regex(whole, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            return new Regex(whole, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
    }

    // Java's \w is ASCII; .NET's knows every alphabet.
    private static string AsciiWords(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        bool inClass = false;
        for (int index = 0; index < pattern.Length; index++)
        {
            char character = pattern[index];
            if (character == '\\' && index + 1 < pattern.Length)
            {
                char next = pattern[++index];
                _ = next == 'w' ? text.Append(inClass ? "a-zA-Z0-9_" : "[a-zA-Z0-9_]") : text.Append('\\').Append(next);
                continue;
            }

            inClass = character switch { '[' => true, ']' => false, _ => inClass };
            text.Append(character);
        }

        return text.ToString();
    }
}
