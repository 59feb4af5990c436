using System.Text.Json.Nodes;

namespace CloudEssentials.DirectoryApp;

/// <summary>Who is told when something is wrong.</summary>
internal static class WatchPart
{
    private const string Topic = "Topic";
    private const int AlarmAboveTarget = 20;
    private const int HighestAlarm = 95;

    /// <summary>Adds the topic, and who reads it.</summary>
    internal static void AddTopic(Blueprint blueprint)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        blueprint.AddTagged(Topic, "AWS::SNS::Topic", spec.NameOf("alerts"), "Where alarms and the group's news go.", new() { ["TopicName"] = spec.NameOf("alerts") });
        if (spec.NotificationEmail is not { } email)
            return;
        blueprint.Add("Subscription", "AWS::SNS::Subscription", email, "Sends them by e-mail, once the reader has confirmed it.", new()
        {
            ["TopicArn"] = Blueprint.Ref(Topic),
            ["Protocol"] = "email",
            ["Endpoint"] = email,
        });
    }

    /// <summary>What the group tells the topic.</summary>
    internal static JsonObject Notifications() => new()
    {
        ["TopicARN"] = Blueprint.Ref(Topic),
        ["NotificationTypes"] = new JsonArray(
            "autoscaling:EC2_INSTANCE_LAUNCH",
            "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
            "autoscaling:EC2_INSTANCE_TERMINATE",
            "autoscaling:EC2_INSTANCE_TERMINATE_ERROR"),
    };

    /// <summary>Adds the alarms.</summary>
    internal static void AddAlarms(Blueprint blueprint)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        int cpu = Math.Min(spec.TargetCpu + AlarmAboveTarget, HighestAlarm);
        Add(blueprint, "UnhealthyHostsAlarm", "unhealthy-hosts", "Tells when an instance has not answered for three minutes.", "AWS/ApplicationELB", "UnHealthyHostCount", "Maximum", 60, 3, 1, Balanced());
        Add(blueprint, "ServerErrorsAlarm", "server-errors", "Tells when the application fails ten times in five minutes.", "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "Sum", 300, 1, 10, Balanced());
        Add(blueprint, "CpuAlarm", "high-cpu", $"Tells when processors are used over {cpu} % for a quarter of an hour, so that more instances did not help.", "AWS/EC2", "CPUUtilization", "Average", 300, 3, cpu, [Dimension("AutoScalingGroupName", Blueprint.Ref(ServingPart.Group))]);
    }

    private static void Add(
        Blueprint blueprint, string logicalId, string part, string why, string space, string metric, string statistic, int period, int periods, int threshold, JsonArray dimensions) =>
        blueprint.AddTagged(logicalId, "AWS::CloudWatch::Alarm", blueprint.Spec.NameOf(part), why, new()
        {
            ["AlarmName"] = blueprint.Spec.NameOf(part),
            ["AlarmDescription"] = why,
            ["Namespace"] = space,
            ["MetricName"] = metric,
            ["Dimensions"] = dimensions,
            ["Statistic"] = statistic,
            ["Period"] = period,
            ["EvaluationPeriods"] = periods,
            ["Threshold"] = threshold,
            ["ComparisonOperator"] = "GreaterThanOrEqualToThreshold",
            // No traffic is no data, and no fault.
            ["TreatMissingData"] = "notBreaching",
            ["AlarmActions"] = new JsonArray(Blueprint.Ref(Topic)),
            ["OKActions"] = new JsonArray(Blueprint.Ref(Topic)),
        });

    private static JsonArray Balanced() =>
    [
        Dimension("LoadBalancer", Blueprint.GetAtt(ServingPart.LoadBalancer, "LoadBalancerFullName")),
        Dimension("TargetGroup", Blueprint.GetAtt(ServingPart.TargetGroup, "TargetGroupFullName")),
    ];

    private static JsonObject Dimension(string name, JsonNode value) => new() { ["Name"] = name, ["Value"] = value };
}
