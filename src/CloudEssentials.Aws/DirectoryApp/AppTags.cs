using System.Text.Json.Nodes;
using Amazon.EC2;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>The tags by which what belongs to an application is known.</summary>
internal static class AppTags
{
    /// <summary>The tags of a resource: those that its properties name, the application's, and a name.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> Of(ResourceWish wish)
    {
        Dictionary<string, string> tags = new(StringComparer.Ordinal) { ["Name"] = wish.Resource.Name };
        foreach (JsonNode? tag in wish.Properties["Tags"] as JsonArray ?? [])
            tags[tag!["Key"]!.GetValue<string>()] = tag["Value"]!.GetValue<string>();
        tags[AppScope.TagKey] = wish.Scope.AppName;
        tags[AppScope.PartTagKey] = wish.Resource.LogicalId;
        return [.. tags];
    }

    /// <summary>The tags of a resource in the form in which EC2 takes them with a call that creates.</summary>
    internal static List<TagSpecification> ForEc2(ResourceWish wish, ResourceType type) => ForEc2(Of(wish), type);

    /// <inheritdoc cref="ForEc2(ResourceWish, ResourceType)"/>
    internal static List<TagSpecification> ForEc2(IEnumerable<KeyValuePair<string, string>> tags, ResourceType type) =>
        [new() { ResourceType = type, Tags = [.. tags.Select(tag => new Tag(tag.Key, tag.Value))] }];

    /// <summary>What EC2 is asked for where everything of an application is looked for.</summary>
    internal static Filter Filter(AppScope scope) => new($"tag:{AppScope.TagKey}", [scope.AppName]);

    /// <summary>True where tags say that a resource belongs to the application.</summary>
    internal static bool IsOwned(AppScope scope, IEnumerable<(string Key, string Value)> tags) => tags.Contains((AppScope.TagKey, scope.AppName));

    /// <summary>The same for the tags of EC2.</summary>
    internal static bool IsOwned(AppScope scope, List<Tag>? tags) => IsOwned(scope, (tags ?? []).Select(tag => (tag.Key, tag.Value)));

    /// <summary>The value of a tag of EC2, or null.</summary>
    internal static string? Value(List<Tag>? tags, string key) => tags?.FirstOrDefault(tag => tag.Key == key)?.Value;
}
