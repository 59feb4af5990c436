using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Has a topic told of a group's events no longer.</summary>
internal sealed class DeleteNotificationConfiguration : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ScalingState scaling = ScalingState.Of(call.State);
        ScalingGroup group = Group(call);
        string topic = call.RequiredText("TopicARN");
        List<ScalingNotification> known = [.. scaling.Notifications.Current.Values
            .Where(known => known.Region == call.Region && known.GroupName == group.Name && known.TopicArn == topic)];
        _ = known.Count > 0 ? true : throw ScalingErrors.Validation($"TopicARN {topic} not found - null");
        foreach (ScalingNotification notification in known)
        {
            scaling.Notifications.Remove(notification.Key);
        }

        return [];
    }
}
