using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>The tags of the groups of a Region.</summary>
internal sealed class DescribeTags : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IEnumerable<(ScalingGroup Group, string Key)> tags = Seen(call).SelectMany(group => group.Tags.Keys.Select(key => (group, key)));
        foreach (JsonObject filter in call.Structures("Filters"))
        {
            List<string> values = [.. (filter["Values"]?.AsArray() ?? []).Select(value => value!.GetValue<string>())];
            Func<(ScalingGroup Group, string Key), string> valueOf = Value(filter["Name"]?.GetValue<string>() ?? string.Empty);
            tags = tags.Where(tag => values.Contains(valueOf(tag))).ToList();
        }

        return Pages.Cut(call, tags, tag => $"{tag.Group.Name} {tag.Key}", "Tags", tag => GroupTags.Write(tag.Group, tag.Key));
    }

    private static Func<(ScalingGroup Group, string Key), string> Value(string name) => name switch
    {
        "auto-scaling-group" => tag => tag.Group.Name,
        "key" => tag => tag.Key,
        "value" => tag => tag.Group.Tags[tag.Key].Value,
        "propagate-at-launch" => tag => tag.Group.Tags[tag.Key].IsPropagated ? "true" : "false",
        _ => throw ScalingErrors.Validation($"Filter type {name} is not correct. Allowed Filter types are: auto-scaling-group key value propagate-at-launch"),
    };
}
