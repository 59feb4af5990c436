using System.Globalization;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Sns;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Writes down what groups do, and tells the topics that want to know.</summary>
internal static class ScalingActivities
{
    // "DescribeScalingActivities: activities of the last six weeks".
    private static readonly TimeSpan Kept = TimeSpan.FromDays(42);

    /// <summary>Begins an activity.</summary>
    /// <returns>Its id.</returns>
    public static string Begin(SandboxState state, ScalingGroup group, string description, string cause, string status, int progress, string? zone, string? subnetId)
    {
        Forget(state);
        ScalingState scaling = ScalingState.Of(state);
        var details = new JsonObject { ["Subnet ID"] = subnetId, ["Availability Zone"] = zone };
        var activity = new ScalingActivity
        {
            Id = NewGuid(state),
            GroupName = group.Name,
            GroupArn = group.Arn,
            Description = description,
            Cause = cause,
            Start = state.Now,
            Status = status,
            Progress = progress,
            Details = details.ToJsonString(),
            Number = state.Account.Value.IdCount,
        };
        scaling.Activities[activity.Id] = activity;
        return activity.Id;
    }

    /// <summary>Ends an activity well.</summary>
    public static void Succeed(SandboxState state, string id) => End(state, id, "Successful", null);

    /// <summary>Ends an activity that has come to nothing.</summary>
    public static void Fail(SandboxState state, string id, string message) => End(state, id, "Failed", message);

    /// <summary>Tells the group's topics of an event.</summary>
    public static void Notify(SandboxState state, ScalingGroup group, string type, string subject, string? instanceId, string? activityId)
    {
        foreach (ScalingNotification notification in ScalingState.Of(state).Notifications.Current.Values
            .Where(known => known.Region == group.Region && known.GroupName == group.Name && known.Type == type && SnsState.Of(state).Topics.Contains(known.TopicArn))
            .ToList())
        {
            var message = new JsonObject
            {
                ["AutoScalingGroupName"] = group.Name,
                ["AutoScalingGroupARN"] = group.Arn,
                ["AccountId"] = state.Account.Value.AccountId,
                ["Event"] = type,
                ["EC2InstanceId"] = instanceId,
                ["ActivityId"] = activityId,
                ["Time"] = Stamp(state.Now),
            };
            SnsState.Publish(state, notification.TopicArn, $"Auto Scaling: {subject} for group \"{group.Name}\"", message.ToJsonString());
        }
    }

    /// <summary>A time as it stands in causes.</summary>
    public static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string NewGuid(SandboxState state) => Guid.ParseExact(state.NewId(string.Empty, 32, IdGenerator.Hexadecimal), "N").ToString();

    private static void End(SandboxState state, string id, string status, string? message)
    {
        ResourceTable<ScalingActivity> activities = ScalingState.Of(state).Activities;
        if (activities.TryGet(id, out ScalingActivity? activity))
        {
            activities[id] = activity with { Status = status, StatusMessage = message, End = state.Now, Progress = 100 };
        }
    }

    private static void Forget(SandboxState state)
    {
        ResourceTable<ScalingActivity> activities = ScalingState.Of(state).Activities;
        foreach (ScalingActivity old in activities.Current.Values.Where(activity => activity.End + Kept <= state.Now).ToList())
        {
            activities.Remove(old.Id);
        }
    }
}
