namespace CloudEssentials.Sandbox.Wire;

/// <summary>Reads <c>application/x-www-form-urlencoded</c> text, which a query string is too.</summary>
internal static class FormParameters
{
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string text) =>
        [.. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair)];

    private static KeyValuePair<string, string> Pair(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(Decode(text), string.Empty) : new(Decode(text[..equals]), Decode(text[(equals + 1)..]));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
