using System.Text.Json;

namespace CloudEssentials.Sandbox.Models;

/// <summary>A member of a structure, or a list's item, or a map's key or value: a name, a shape, and how it is written on the wire.</summary>
internal sealed class Member
{
    private readonly ServiceModel _model;
    private readonly string _shapeName;

    public Member(ServiceModel model, string name, JsonElement json)
    {
        _model = model;
        Name = name;
        _shapeName = json.GetProperty("shape").GetString()!;
        LocationName = Text(json, "locationName");
        QueryName = Text(json, "queryName");
        Location = Text(json, "location");
        Flattened = Is(json, "flattened");
        IsAttribute = Is(json, "xmlAttribute");
    }

    public string Name { get; }

    public string? LocationName { get; }

    public string? QueryName { get; }

    /// <summary>Where a rest protocol carries it: uri, querystring, header, headers, statusCode; null for the body.</summary>
    public string? Location { get; }

    public bool Flattened { get; }

    /// <summary>Whether XML carries it as an attribute of its structure's element.</summary>
    public bool IsAttribute { get; }

    /// <summary>The shape; found when it is first asked for, since shapes may hold themselves.</summary>
    public Shape Shape => _model.Shape(_shapeName);

    private static bool Is(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
