using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Sns;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Has a topic told of a group's events. It overwrites what the topic was told before, and begins with a test.</summary>
internal sealed class PutNotificationConfiguration : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ScalingState scaling = ScalingState.Of(call.State);
        ScalingGroup group = Changeable(call);
        string topic = call.RequiredText("TopicARN");
        IReadOnlyList<string> types = call.Texts("NotificationTypes");
        _ = SnsState.Of(call.State).Topics.Contains(topic)
            ? true
            : throw ScalingErrors.Validation($"Unable to publish test message to notification target {topic}. Please check your target and role configuration and try to put lifecycle hook again.");
        _ = types.Except(NotificationTypes.All).FirstOrDefault() is { } unknown ? throw ScalingErrors.Validation($"\"{unknown}\" is not a valid Notification Type.") : true;
        foreach (ScalingNotification old in scaling.Notifications.Current.Values
            .Where(known => known.Region == call.Region && known.GroupName == group.Name && known.TopicArn == topic).ToList())
        {
            scaling.Notifications.Remove(old.Key);
        }

        foreach (string type in types)
        {
            var notification = new ScalingNotification(call.Region, group.Name, topic, type);
            scaling.Notifications[notification.Key] = notification;
        }

        SnsState.Publish(call.State, topic, $"Auto Scaling: test notification for group \"{group.Name}\"", new JsonObject { ["AutoScalingGroupName"] = group.Name, ["Event"] = NotificationTypes.Test }.ToJsonString());
        return [];
    }
}
