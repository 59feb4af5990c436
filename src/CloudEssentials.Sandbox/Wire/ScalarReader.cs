using System.Globalization;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>Reads one value from its text.</summary>
internal static class ScalarReader
{
    /// <exception cref="MalformedValue">The text is not of that kind.</exception>
    public static JsonNode Read(ShapeType type, string text, string name) => type switch
    {
        ShapeType.Boolean => text.ToLowerInvariant() switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => throw new MalformedValue(name, text, "boolean"),
        },
        ShapeType.Integer or ShapeType.Long => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new MalformedValue(name, text, "integer"),
        ShapeType.Float or ShapeType.Double => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real)
            ? real
            : throw new MalformedValue(name, text, "number"),
        ShapeType.Timestamp => Time(text) ?? throw new MalformedValue(name, text, "timestamp"),
        ShapeType.Blob => IsBase64(text) ? text : throw new MalformedValue(name, text, "base64 text"),
        _ => text,
    };

    private static JsonNode? Time(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && Math.Abs(seconds) < 1e11)
        {
            return DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
    }

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);
}
