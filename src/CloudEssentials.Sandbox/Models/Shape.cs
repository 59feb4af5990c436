using System.Text.Json;
using System.Text.RegularExpressions;

namespace CloudEssentials.Sandbox.Models;

/// <summary>One shape of a service model: its kind, its parts and what the model asks of a value.</summary>
internal sealed class Shape
{
    private readonly Lazy<Regex?> _pattern;

    public Shape(ServiceModel model, JsonElement json)
    {
        Type = Enum.Parse<ShapeType>(json.GetProperty("type").GetString()!, ignoreCase: true);
        Members = json.TryGetProperty("members", out JsonElement members)
            ? [.. members.EnumerateObject().Select(member => new Member(model, member.Name, member.Value))]
            : [];
        Item = Part(model, json, "member");
        Key = Part(model, json, "key");
        Value = Part(model, json, "value");
        Required = Texts(json, "required");
        Enumeration = Texts(json, "enum");
        Flattened = json.TryGetProperty("flattened", out JsonElement flattened) && flattened.GetBoolean();
        TimestampFormat = Text(json, "timestampFormat");
        Payload = Text(json, "payload");
        AttributeNamespace = json.TryGetProperty("xmlNamespace", out JsonElement xml) && xml.TryGetProperty("prefix", out _) ? Text(xml, "uri") : null;
        Pattern = Text(json, "pattern");
        Min = Number(json, "min");
        Max = Number(json, "max");
        _pattern = new Lazy<Regex?>(() => Pattern is null ? null : ModelPattern.Compile(Pattern));
    }

    public ShapeType Type { get; }

    /// <summary>A structure's members, in the model's order.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>A list's item.</summary>
    public Member? Item { get; }

    /// <summary>A map's key.</summary>
    public Member? Key { get; }

    /// <summary>A map's value.</summary>
    public Member? Value { get; }

    public IReadOnlyList<string> Required { get; }

    public IReadOnlyList<string> Enumeration { get; }

    public bool Flattened { get; }

    public string? TimestampFormat { get; }

    /// <summary>The member that is a rest protocol's whole body; null where the body holds members by their names.</summary>
    public string? Payload { get; }

    /// <summary>The namespace of the structure's attributes in XML.</summary>
    public string? AttributeNamespace { get; }

    /// <summary>The pattern as the model writes it, which error messages quote.</summary>
    public string? Pattern { get; }

    public decimal? Min { get; }

    public decimal? Max { get; }

    public bool MatchesPattern(string value) => _pattern.Value is null || _pattern.Value.IsMatch(value);

    private static Member? Part(ServiceModel model, JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement part) ? new Member(model, name, part) : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static decimal? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetDecimal() : null;

    private static string[] Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];
}
