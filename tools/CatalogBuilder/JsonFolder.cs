using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudEssentials.CatalogBuilder;

/// <summary>A folder of JSON files, each named without its ending.</summary>
internal sealed record JsonFolder(string Path)
{
    public JsonObject Object(string file) => Read(file).AsObject();

    public JsonArray Array(string file) => Read(file).AsArray();

    private JsonNode Read(string file)
    {
        var path = System.IO.Path.Combine(Path, file + ".json");
        try
        {
            using var stream = File.OpenRead(path);
            return JsonNode.Parse(stream) ?? throw new InvalidDataException($"'{path}' holds nothing.");
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"'{path}': {failure.Message}", failure);
        }
    }
}
