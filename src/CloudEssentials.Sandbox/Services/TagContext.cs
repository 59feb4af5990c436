using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services;

/// <summary>What conditions may ask of the tags in a request.</summary>
internal static class TagContext
{
    public static void Add(Dictionary<string, object?> context, IEnumerable<JsonObject> tags, IEnumerable<string> keys)
    {
        List<string> all = [.. keys];
        foreach (JsonObject tag in tags)
        {
            string key = tag["Key"]!.GetValue<string>();
            all.Add(key);
            context.TryAdd($"aws:RequestTag/{key}", tag["Value"]?.GetValue<string>() ?? string.Empty);
        }

        if (all.Count > 0)
        {
            context["aws:TagKeys"] = all;
        }
    }

    /// <summary>What they may ask of the tags of what is acted upon.</summary>
    /// <param name="context">The context.</param>
    /// <param name="tags">The tags; null for nothing that is there.</param>
    /// <param name="service">The prefix of the service's own key for the same; null where it has none.</param>
    public static void AddResource(Dictionary<string, object?> context, IEnumerable<KeyValuePair<string, string>>? tags, string? service = null)
    {
        foreach ((string key, string value) in tags ?? [])
        {
            context[$"aws:ResourceTag/{key}"] = value;
            if (service is not null)
            {
                context[$"{service}:ResourceTag/{key}"] = value;
            }
        }
    }
}
