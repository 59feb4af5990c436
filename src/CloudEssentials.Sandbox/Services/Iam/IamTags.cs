using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Tags, in and out. A key stands once, whatever its case.</summary>
internal static class IamTags
{
    public static ImmutableSortedDictionary<string, string> Read(OperationCall call)
    {
        var tags = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonObject tag in call.Structures("Tags"))
        {
            string key = tag["Key"]!.GetValue<string>();
            if (!seen.Add(key))
            {
                throw new Wire.ServiceError("InvalidInput", "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }

            tags[key] = tag["Value"]!.GetValue<string>();
        }

        return tags.ToImmutable();
    }

    public static JsonArray? Write(ImmutableSortedDictionary<string, string> tags) => tags.IsEmpty
        ? null
        : new JsonArray([.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);
}
