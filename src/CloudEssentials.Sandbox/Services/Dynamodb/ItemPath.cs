using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Where in an item a value stands.</summary>
/// <param name="Parts">The steps, the first of them an attribute's name.</param>
internal sealed record ItemPath(IReadOnlyList<PathPart> Parts)
{
    /// <summary>The attribute at the top.</summary>
    public string Root => Parts[0].Name!;

    public JsonNode? Read(JsonObject item)
    {
        JsonNode? value = item[Root];
        foreach (PathPart part in Parts.Skip(1))
        {
            value = Step(value, part);
        }

        return value;
    }

    public void Set(JsonObject item, JsonNode value)
    {
        if (Parts.Count == 1)
        {
            item[Root] = value.DeepClone();
            return;
        }

        switch (Parent(item), Parts[^1])
        {
            case (JsonObject map, { Name: { } name }):
                map[name] = value.DeepClone();
                break;
            case (JsonArray list, { Index: { } index }) when index < list.Count:
                list[index] = value.DeepClone();
                break;
            case (JsonArray list, { Index: not null }):
                list.Add(value.DeepClone());
                break;
            default:
                throw DynamoTables.Invalid("The document path provided in the update expression is invalid for update");
        }
    }

    public void Remove(JsonObject item)
    {
        switch (Parts.Count == 1 ? item : Parent(item), Parts[^1])
        {
            case (JsonObject map, { Name: { } name }):
                map.Remove(name);
                break;
            case (JsonArray list, { Index: { } index }):
                if (index < list.Count)
                {
                    list.RemoveAt(index);
                }

                break;
            default:
                throw DynamoTables.Invalid("The document path provided in the update expression is invalid for update");
        }
    }

    private JsonNode? Parent(JsonObject item) => new ItemPath([.. Parts.Take(Parts.Count - 1)]).Read(item) is { } holder
        ? Parts[^1].Name is null ? holder["L"] : holder["M"]
        : null;

    private static JsonNode? Step(JsonNode? value, PathPart part) => part.Name is { } name
        ? value?["M"]?[name]
        : value?["L"] is JsonArray list && part.Index < list.Count ? list[part.Index!.Value] : null;
}
