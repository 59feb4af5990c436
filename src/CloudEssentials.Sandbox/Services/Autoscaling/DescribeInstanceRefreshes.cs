using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>The instance refreshes of a group, the latest first.</summary>
internal sealed class DescribeInstanceRefreshes : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ScalingGroup group = Group(call);
        IReadOnlyList<string> ids = call.Texts("InstanceRefreshIds");
        return Pages.Cut(
            call,
            ScalingState.Of(call.State).Refreshes.Seen.Values.Where(refresh => refresh.GroupArn == group.Arn && (ids.Count == 0 || ids.Contains(refresh.Id))),
            refresh => $"{DateTimeOffset.MaxValue.UtcTicks - refresh.Start.UtcTicks:D19} {refresh.Id}",
            "InstanceRefreshes",
            refresh => GroupView.Refresh(group, refresh));
    }
}
