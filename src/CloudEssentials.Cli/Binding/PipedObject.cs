using System.Text.Json;

namespace CloudEssentials.Cli.Binding;

/// <summary>An object that came as JSON: properties by name, in any case.</summary>
internal sealed class PipedObject : Dictionary<string, object?>
{
    private readonly string _json;

    private PipedObject(JsonElement json)
        : base(StringComparer.OrdinalIgnoreCase)
    {
        _json = json.GetRawText();
        foreach (JsonProperty property in json.EnumerateObject())
            this[property.Name] = ValueOf(property.Value);
    }

    /// <summary>The value of any JSON: text, number, truth, list or object.</summary>
    internal static object? ValueOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.TryGetInt64(out long whole) ? whole : (object)json.GetDouble(),
        JsonValueKind.Array => json.EnumerateArray().Select(ValueOf).ToArray(),
        JsonValueKind.Object => new PipedObject(json),
        _ => null,
    };

    /// <summary>The JSON that it came as.</summary>
    public override string ToString() => _json;
}
