namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>An event of a group that a topic is told of.</summary>
/// <param name="Region">The Region.</param>
/// <param name="GroupName">The group.</param>
/// <param name="TopicArn">The topic.</param>
/// <param name="Type">The event, such as <c>autoscaling:EC2_INSTANCE_LAUNCH</c>.</param>
internal sealed record ScalingNotification(string Region, string GroupName, string TopicArn, string Type)
{
    public string Key => $"{Region} {GroupName} {TopicArn} {Type}";
}
