using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Compares values of attributes.</summary>
internal static class DynamoValues
{
    public static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    public static decimal Number(JsonNode value) => decimal.Parse(value["N"]!.GetValue<string>(), NumberStyles.Float, CultureInfo.InvariantCulture);

    public static JsonObject OfNumber(decimal number) => new() { ["N"] = Shorten(number) };

    /// <summary>Text that is the same for equal values: numbers by their worth, sets whatever their order.</summary>
    public static string Canonical(JsonNode value)
    {
        (string type, JsonNode? content) = value.AsObject().First();
        return type switch
        {
            "N" => "N:" + Shorten(Number(value)),
            "NS" => "NS:" + string.Join(',', content!.AsArray().Select(item => Shorten(decimal.Parse(item!.GetValue<string>(), NumberStyles.Float, CultureInfo.InvariantCulture))).Order(StringComparer.Ordinal)),
            "SS" or "BS" => $"{type}:" + string.Join(',', content!.AsArray().Select(item => item!.ToJsonString()).Order(StringComparer.Ordinal)),
            "L" => "L:[" + string.Join(',', content!.AsArray().Select(item => Canonical(item!))) + "]",
            "M" => "M:{" + string.Join(',', content!.AsObject().OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={Canonical(entry.Value!)}")) + "}",
            _ => $"{type}:{content}",
        };
    }

    public static bool AreEqual(JsonNode? one, JsonNode? other) => one is not null && other is not null && Canonical(one) == Canonical(other);

    /// <summary>The order of two values; null where they have none.</summary>
    public static int? Compare(JsonNode? one, JsonNode? other)
    {
        if (one is null || other is null || one.AsObject().First().Key is var type && type != other.AsObject().First().Key)
        {
            return null;
        }

        return type switch
        {
            "N" => Number(one).CompareTo(Number(other)),
            "S" => string.CompareOrdinal(one["S"]!.GetValue<string>(), other["S"]!.GetValue<string>()),
            "B" => Bytes(one).AsSpan().SequenceCompareTo(Bytes(other)),
            _ => null,
        };
    }

    public static byte[] Bytes(JsonNode value) => Convert.FromBase64String(value["B"]!.GetValue<string>());

    // A decimal keeps the zeros that it was written with.
    private static string Shorten(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
