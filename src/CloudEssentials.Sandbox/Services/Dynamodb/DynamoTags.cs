using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Tags of tables.</summary>
internal static class DynamoTags
{
    private const int Maximum = 50;

    /// <summary>The tags of a call, on top of those that are there.</summary>
    public static ImmutableSortedDictionary<string, string> Read(OperationCall call, ImmutableSortedDictionary<string, string> known)
    {
        List<string> keys = [.. call.Structures("Tags").Select(tag => tag["Key"]!.GetValue<string>())];
        if (keys.Distinct(StringComparer.Ordinal).Count() < keys.Count)
        {
            throw DynamoTables.Invalid("One or more parameter values were invalid: Duplicate tag keys are not allowed");
        }

        ImmutableSortedDictionary<string, string> all = known.SetItems(call.Structures("Tags").Select(tag => KeyValuePair.Create(tag["Key"]!.GetValue<string>(), tag["Value"]!.GetValue<string>())));
        return all.Count > Maximum ? throw DynamoTables.Invalid($"One or more parameter values were invalid: Too many tags: {all.Count} tags, and {Maximum} is the most") : all;
    }

    public static JsonArray Write(DynamoTable table) => new([.. table.Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);
}
