using System.Text.Json.Nodes;

namespace CloudEssentials.ClientGenerator;

/// <summary>Keeps of a model the operations listed, the shapes they reach, and their paginators and waiters. Words for people are left out.</summary>
internal static class Trimmer
{
    private static readonly HashSet<string> Words = ["documentation", "documentationUrl", "deprecatedMessage", "deprecatedSince", "uid", "examples"];

    internal static JsonObject Trim(JsonObject source, string service, IReadOnlyList<string> operations)
    {
        JsonObject all = source["operations"]!.AsObject();
        foreach (string missing in operations.Where(operation => !all.ContainsKey(operation)))
        {
            throw new GeneratorException($"AWS's model of '{service}' has no operation '{missing}'.{Nearest(missing, all)}");
        }
        JsonObject shapes = source["shapes"]!.AsObject();
        SortedSet<string> reached = new(StringComparer.Ordinal);
        foreach (string operation in operations) Reach(all[operation]!, shapes, reached);
        return new()
        {
            ["metadata"] = Clean(source["metadata"]!),
            ["operations"] = Select(all, operations),
            ["shapes"] = Select(shapes, reached),
            ["paginators"] = Select(source["paginators"]?.AsObject(), operations),
            ["waiters"] = Select(source["waiters"]?.AsObject(), WaitersOf(source, operations)),
            ["endpointRules"] = source["endpointRules"] is { } rules ? Clean(rules) : null,
        };
    }

    private static string Nearest(string missing, JsonObject all) =>
        all.Select(pair => pair.Key).FirstOrDefault(key => key.Equals(missing, StringComparison.OrdinalIgnoreCase)) is { } near ? $" It is written '{near}'." : "";

    private static IEnumerable<string> WaitersOf(JsonObject source, IReadOnlyList<string> operations) =>
        (source["waiters"]?.AsObject() ?? []).Where(pair => operations.Contains((string)pair.Value!["operation"]!)).Select(pair => pair.Key);

    private static JsonObject Select(JsonObject? from, IEnumerable<string> names)
    {
        JsonObject kept = [];
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            if (from?[name] is { } node) kept[name] = Clean(node);
        }
        return kept;
    }

    private static void Reach(JsonNode node, JsonObject shapes, SortedSet<string> reached)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (JsonNode? item in array) if (item is not null) Reach(item, shapes, reached);
                break;
            case JsonObject value:
                if (value["shape"] is JsonValue name && reached.Add((string)name!)) Reach(shapes[(string)name!]!, shapes, reached);
                foreach ((_, JsonNode? child) in value) if (child is not null) Reach(child, shapes, reached);
                break;
        }
    }

    private static JsonNode Clean(JsonNode node)
    {
        if (node is JsonArray array) return new JsonArray([.. array.Select(item => item is null ? null : Clean(item))]);
        if (node is not JsonObject value) return node.DeepClone();
        JsonObject clean = [];
        foreach ((string key, JsonNode? child) in value)
        {
            // A member may itself be called 'documentation': then its value is an object.
            if (Words.Contains(key) && child is not JsonObject) continue;
            clean[key] = child is null ? null : Clean(child);
        }
        return clean;
    }
}
