using System.Text;

namespace CloudEssentials.ClientGenerator;

internal static class Naming
{
    internal static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    internal static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The field of an enumeration's value: the words between characters that C# does not know, each with a capital.</summary>
    internal static string Constant(string value)
    {
        StringBuilder name = new();
        bool word = true;
        foreach (char c in value)
        {
            bool known = char.IsAsciiLetterOrDigit(c) || c == '_';
            if (known) name.Append(word ? char.ToUpperInvariant(c) : c);
            word = !known;
        }
        if (name.Length == 0) return "Empty";
        return char.IsAsciiDigit(name[0]) ? "_" + name : name.ToString();
    }

    internal static string Literal(string text) => System.Text.Json.JsonSerializer.Serialize(text, JsonOptions);

    private static readonly System.Text.Json.JsonSerializerOptions JsonOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
