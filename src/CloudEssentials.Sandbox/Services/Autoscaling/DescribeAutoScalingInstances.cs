using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>The instances of the groups of a Region.</summary>
internal sealed class DescribeAutoScalingInstances : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> ids = call.Texts("InstanceIds");
        IEnumerable<(ScalingGroup Group, ScalingInstance Member)> members = Seen(call)
            .SelectMany(group => group.Instances.Values.Select(member => (group, member)))
            .Where(pair => ids.Count == 0 || ids.Contains(pair.member.Id));
        return Pages.Cut(call, members, pair => pair.Member.Id, "AutoScalingInstances", pair => GroupView.InstanceOf(pair.Group, pair.Member));
    }
}
