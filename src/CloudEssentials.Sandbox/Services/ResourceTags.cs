using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services;

/// <summary>Tags as key and value, in and out.</summary>
internal static class ResourceTags
{
    public const int Maximum = 50;

    /// <summary>No tags; keys differ by their case.</summary>
    public static ImmutableSortedDictionary<string, string> None { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The tags of a list.</summary>
    /// <param name="list">The list; null for none.</param>
    /// <param name="duplicate">What the service says to a key that stands twice; null where the last one counts.</param>
    public static ImmutableSortedDictionary<string, string> Read(JsonNode? list, Func<string, ServiceError>? duplicate = null)
    {
        var tags = None.ToBuilder();
        foreach (JsonNode? tag in list?.AsArray() ?? [])
        {
            string key = tag!["Key"]!.GetValue<string>();
            if (duplicate is not null && tags.ContainsKey(key))
            {
                throw duplicate(key);
            }

            tags[key] = tag["Value"]?.GetValue<string>() ?? string.Empty;
        }

        return tags.ToImmutable();
    }

    public static JsonArray Write(ImmutableSortedDictionary<string, string> tags) =>
        new([.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);
}
