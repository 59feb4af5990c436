using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// Filters that look at what is answered, by paths of member names in it; lists on the way are looked at item by item, and tags as well.
/// </summary>
internal static class AnswerFilters
{
    /// <param name="paths">A line a filter: its name, a blank, and the path of members, such as <c>Placement.AvailabilityZone</c>.</param>
    public static Filters<JsonObject> Parse(string paths) => new(
        paths
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(
                parts => parts[0],
                Func<JsonObject, IEnumerable<string>> (parts) => parts.Length == 1 ? _ => [] : answer => Values(answer, parts[1].Split('.'))),
        answer => ((answer["Tags"] ?? answer["TagSet"])?.AsArray() ?? []).ToImmutableSortedDictionary(tag => tag!["Key"]!.GetValue<string>(), tag => tag!["Value"]!.GetValue<string>()));

    /// <summary>The values at a path, as filters write them.</summary>
    public static IEnumerable<string> Values(JsonNode? node, ReadOnlyMemory<string> path) => node switch
    {
        null => [],
        JsonArray items => items.SelectMany(item => Values(item, path)),
        JsonObject members => path.IsEmpty ? [] : Values(members[path.Span[0]], path[1..]),
        _ => path.IsEmpty ? [Write(node.AsValue())] : [],
    };

    private static string Write(JsonValue value) =>
        value.TryGetValue(out bool flag) ? (flag ? "true" : "false")
        : value.TryGetValue(out DateTimeOffset time) ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
        : value.ToString();
}
