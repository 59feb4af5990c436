using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Tags of buckets and objects.</summary>
internal static class S3Tags
{
    private const int MaximumOfBucket = 50;

    /// <exception cref="ServiceError">InvalidTag or BadRequest.</exception>
    public static ImmutableSortedDictionary<string, string> Read(JsonNode? list)
    {
        var tags = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (JsonNode? tag in list?.AsArray() ?? [])
        {
            Add(tags, tag!["Key"]!.GetValue<string>(), tag["Value"]?.GetValue<string>() ?? string.Empty);
        }

        return tags.Count > MaximumOfBucket ? throw new ServiceError("BadRequest", $"Bucket tag count cannot be greater than {MaximumOfBucket}") : tags.ToImmutable();
    }

    /// <summary>The tags of a header, which are written as a query.</summary>
    public static ImmutableSortedDictionary<string, string> Parse(string? header)
    {
        var tags = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach ((string key, string value) in FormParameters.Parse(header ?? string.Empty))
        {
            Add(tags, key, value);
        }

        return tags.ToImmutable();
    }

    public static JsonArray Write(ImmutableSortedDictionary<string, string> tags) =>
        new([.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);

    private static void Add(ImmutableSortedDictionary<string, string>.Builder tags, string key, string value)
    {
        string? wrong = key.Length is 0 or > 128 ? "The TagKey you have provided is invalid"
            : value.Length > 256 ? "The TagValue you have provided is invalid"
            : key.StartsWith("aws:", StringComparison.Ordinal) ? "System tags cannot be added/updated by requester"
            : tags.ContainsKey(key) ? "Cannot provide multiple Tags with the same key"
            : null;
        tags[key] = wrong is null ? value : throw S3Errors.Of("InvalidTag", wrong, 400, ("TagKey", key));
    }
}
