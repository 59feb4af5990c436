namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>The events that groups tell topics of.</summary>
internal static class NotificationTypes
{
    public const string Test = "autoscaling:TEST_NOTIFICATION";

    public static IReadOnlyList<string> All { get; } =
    [
        "autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "autoscaling:EC2_INSTANCE_TERMINATE",
        "autoscaling:EC2_INSTANCE_TERMINATE_ERROR", Test,
    ];
}
