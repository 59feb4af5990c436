using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Which parts of an item a reader wants.</summary>
internal sealed class Projection
{
    private readonly List<ItemPath> _paths;

    private Projection(List<ItemPath> paths) => _paths = paths;

    /// <summary>That of a call; all where it names none.</summary>
    public static Projection Read(OperationCall call, ExpressionNames names)
    {
        List<ItemPath> paths = [];
        if (call.Text("ProjectionExpression") is { } text)
        {
            var reader = new ExpressionReader(names, "ProjectionExpression", text);
            do
            {
                paths.Add(reader.Path());
            }
            while (reader.Take(","));

            _ = reader.IsAtEnd ? true : throw reader.Syntax();
        }

        return new Projection(paths);
    }

    public JsonObject Apply(JsonObject item)
    {
        if (_paths.Count == 0)
        {
            return item;
        }

        var kept = new JsonObject();
        foreach (ItemPath path in _paths)
        {
            if (path.Read(item) is { } value)
            {
                Merge(kept, path, value);
            }
        }

        return kept;
    }

    // What a path leads through is kept, with nothing beside it.
    private static void Merge(JsonObject kept, ItemPath path, JsonNode value)
    {
        JsonObject holder = kept;
        string name = path.Root;
        foreach (PathPart part in path.Parts.Skip(1))
        {
            if (part.Name is { } inner)
            {
                JsonNode map = holder[name] ??= new JsonObject { ["M"] = new JsonObject() };
                (holder, name) = (map["M"]!.AsObject(), inner);
            }
            else
            {
                JsonNode list = holder[name] ??= new JsonObject { ["L"] = new JsonArray() };
                var step = new JsonObject();
                if (ReferenceEquals(part, path.Parts[^1]))
                {
                    list["L"]!.AsArray().Add(value.DeepClone());
                    return;
                }

                list["L"]!.AsArray().Add(step);
                step["M"] = new JsonObject();
                (holder, name) = (step, "M");
            }
        }

        holder[name] = value.DeepClone();
    }
}
