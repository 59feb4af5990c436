using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>The groups of a Region.</summary>
internal sealed class DescribeAutoScalingGroups : ScalingOperation
{
    private const string TagPrefix = "tag:";

    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> names = call.Texts("AutoScalingGroupNames");
        IEnumerable<ScalingGroup> groups = Seen(call).Where(group => names.Count == 0 || names.Contains(group.Name));
        foreach (JsonObject filter in call.Structures("Filters"))
        {
            List<string> values = [.. (filter["Values"]?.AsArray() ?? []).Select(value => value!.GetValue<string>())];
            Func<ScalingGroup, bool> matches = Filter(filter["Name"]?.GetValue<string>() ?? string.Empty, values);
            groups = groups.Where(matches).ToList();
        }

        bool withInstances = call.Input["IncludeInstances"]?.GetValue<bool>() ?? true;
        return Pages.Cut(call, groups, group => group.Name, "AutoScalingGroups", group => GroupView.Group(call.State, group, withInstances));
    }

    private static Func<ScalingGroup, bool> Filter(string name, List<string> values) => name switch
    {
        "tag-key" => group => values.Exists(group.Tags.ContainsKey),
        "tag-value" => group => group.Tags.Values.Any(tag => values.Contains(tag.Value)),
        _ when name.StartsWith(TagPrefix, StringComparison.Ordinal) => group =>
            group.Tags.TryGetValue(name[TagPrefix.Length..], out ScalingTag? tag) && (values.Count == 0 || values.Contains(tag.Value)),
        _ => throw ScalingErrors.Validation($"Filter type {name} is not correct. Allowed Filter types are: tag-key tag-value tag:"),
    };
}
