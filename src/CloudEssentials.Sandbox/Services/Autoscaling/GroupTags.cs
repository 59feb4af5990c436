using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Tags of groups, in and out.</summary>
internal static class GroupTags
{
    private const string Type = "auto-scaling-group";

    /// <summary>The tags for a new group.</summary>
    public static ImmutableSortedDictionary<string, ScalingTag> Read(OperationCall call) =>
        call.Structures("Tags").Aggregate(ImmutableSortedDictionary.Create<string, ScalingTag>(StringComparer.Ordinal), Add);

    /// <summary>Adds a tag, or overwrites it.</summary>
    /// <exception cref="ServiceError">It breaks the rules, or there would be too many.</exception>
    public static ImmutableSortedDictionary<string, ScalingTag> Add(ImmutableSortedDictionary<string, ScalingTag> tags, JsonObject tag)
    {
        string key = tag["Key"]!.GetValue<string>();
        _ = Ec2Tags.IsReserved(key) ? throw ScalingErrors.Validation("Tag keys starting with 'aws:' are reserved for internal use") : true;
        _ = tag["ResourceType"]?.GetValue<string>() is null or Type ? true : throw ScalingErrors.Validation($"Resource type must be {Type}");
        tags = tags.SetItem(key, new ScalingTag(tag["Value"]?.GetValue<string>() ?? string.Empty, tag["PropagateAtLaunch"]?.GetValue<bool>() ?? false));
        return tags.Count > ResourceTags.Maximum ? throw new ServiceError("LimitExceeded", $"You can have at most {ResourceTags.Maximum} tags on a group.") : tags;
    }

    public static JsonObject Write(ScalingGroup group, string key) => new()
    {
        ["ResourceId"] = group.Name,
        ["ResourceType"] = Type,
        ["Key"] = key,
        ["Value"] = group.Tags[key].Value,
        ["PropagateAtLaunch"] = group.Tags[key].IsPropagated,
    };
}
