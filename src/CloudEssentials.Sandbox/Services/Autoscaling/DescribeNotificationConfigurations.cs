using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Which topics are told of which events.</summary>
internal sealed class DescribeNotificationConfigurations : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> names = call.Texts("AutoScalingGroupNames");
        return Pages.Cut(
            call,
            ScalingState.Of(call.State).Notifications.Seen.Values.Where(known => known.Region == call.Region && (names.Count == 0 || names.Contains(known.GroupName))),
            known => known.Key,
            "NotificationConfigurations",
            known => new JsonObject
            {
                ["AutoScalingGroupName"] = known.GroupName,
                ["TopicARN"] = known.TopicArn,
                ["NotificationType"] = known.Type,
            });
    }
}
