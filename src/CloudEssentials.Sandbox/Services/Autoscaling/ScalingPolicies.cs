using System.Globalization;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Cloudwatch;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Scaling policies, the alarms of target tracking, and what happens when one goes off.</summary>
internal static class ScalingPolicies
{
    public const string TargetTracking = "TargetTrackingScaling";

    // Auto Scaling shrinks a group well below the target only, so that it does not swing.
    private const double LowShare = 0.7;
    private const int HighPeriods = 3;
    private const int LowPeriods = 15;

    /// <summary>Makes the alarms of a target tracking policy.</summary>
    /// <returns>Their names.</returns>
    public static IReadOnlyList<string> MakeAlarms(OperationCall call, ScalingPolicy policy, JsonObject configuration)
    {
        double target = Number(configuration["TargetValue"]!);
        List<string> names = [Put("High", "GreaterThanThreshold", target, HighPeriods)];
        if (configuration["DisableScaleIn"]?.GetValue<bool>() != true)
        {
            names.Add(Put("Low", "LessThanThreshold", target * LowShare, LowPeriods));
        }

        return names;

        string Put(string side, string comparison, double threshold, int periods)
        {
            string name = $"TargetTracking-{policy.GroupName}-Alarm{side}-{ScalingActivities.NewGuid(call.State)}";
            JsonObject settings = Metric(policy, configuration);
            settings["AlarmName"] = name;
            settings["AlarmDescription"] = $"DO NOT EDIT OR DELETE. For TargetTrackingScaling policy {policy.Arn}.";
            settings["ActionsEnabled"] = true;
            settings["AlarmActions"] = new JsonArray(policy.Arn);
            settings["EvaluationPeriods"] = periods;
            settings["Threshold"] = threshold;
            settings["ComparisonOperator"] = comparison;
            Alarms.Put(call.State, call.Region, settings, ResourceTags.None);
            return name;
        }
    }

    /// <summary>Takes a policy away, and its alarms with it.</summary>
    public static void Delete(SandboxState state, ScalingPolicy policy)
    {
        DeleteAlarms(state, policy);
        ScalingState.Of(state).Policies.Remove(policy.Arn);
    }

    public static void DeleteAlarms(SandboxState state, ScalingPolicy policy)
    {
        foreach (string name in policy.Alarms)
        {
            Alarms.Remove(state, policy.Region, name);
        }
    }

    /// <summary>Does what a policy says, because an alarm has gone off.</summary>
    /// <returns>Whether there is such a policy.</returns>
    public static bool Execute(SandboxState state, string policyArn, string alarmName)
    {
        ScalingState scaling = ScalingState.Of(state);
        if (!scaling.Policies.TryGet(policyArn, out ScalingPolicy? policy) || scaling.Find(policy.Region, policy.GroupName) is not { IsDeleting: false } group)
        {
            return false;
        }

        int desired = Math.Clamp(Adjust(policy, group, alarmName), group.MinSize, group.MaxSize);
        if (desired != group.Desired)
        {
            string cause = $"At {ScalingActivities.Stamp(state.Now)} a monitor alarm {alarmName} in state ALARM triggered policy {policy.Name} changing the desired capacity from {group.Desired} to {desired}.";
            scaling.Groups[group.Arn] = group with { Desired = desired, Cause = cause };
        }

        return true;
    }

    // There are no figures to track in the sandbox: an alarm of target tracking that is made to go off moves the capacity by one.
    private static int Adjust(ScalingPolicy policy, ScalingGroup group, string alarmName)
    {
        JsonObject settings = JsonNode.Parse(policy.Settings)!.AsObject();
        if (policy.Type == TargetTracking)
        {
            return group.Desired + (alarmName.Contains("-AlarmLow-", StringComparison.Ordinal) ? -1 : 1);
        }

        int adjustment = (int)Number(settings["ScalingAdjustment"] ?? settings["StepAdjustments"]?[0]?["ScalingAdjustment"] ?? 0);
        return settings["AdjustmentType"]?.GetValue<string>() switch
        {
            "ExactCapacity" => adjustment,
            "PercentChangeInCapacity" => group.Desired + Percent(group.Desired, adjustment),
            _ => group.Desired + adjustment,
        };
    }

    // Between -1 and 1 it is one instance, above that it is rounded towards zero: "Scaling adjustment types".
    private static int Percent(int capacity, int adjustment)
    {
        double change = capacity * adjustment / 100.0;
        return change is > 0 and < 1 ? 1 : change is < 0 and > -1 ? -1 : (int)Math.Truncate(change);
    }

    private static JsonObject Metric(ScalingPolicy policy, JsonObject configuration)
    {
        if (configuration["CustomizedMetricSpecification"] is JsonObject customized)
        {
            JsonObject metric = customized.DeepClone().AsObject();
            metric["Period"] ??= 60;
            return metric;
        }

        JsonObject predefined = configuration["PredefinedMetricSpecification"]!.AsObject();
        string type = predefined["PredefinedMetricType"]!.GetValue<string>();
        return type == "ALBRequestCountPerTarget" ? RequestCount(predefined["ResourceLabel"]!.GetValue<string>()) : new JsonObject
        {
            ["Namespace"] = "AWS/EC2",
            ["MetricName"] = type switch { "ASGAverageNetworkIn" => "NetworkIn", "ASGAverageNetworkOut" => "NetworkOut", _ => "CPUUtilization" },
            ["Statistic"] = "Average",
            ["Period"] = 60,
            ["Dimensions"] = new JsonArray(Dimension("AutoScalingGroupName", policy.GroupName)),
        };
    }

    private static JsonObject RequestCount(string label)
    {
        // app/name/id/targetgroup/name/id
        string[] parts = label.Split('/');
        return new JsonObject
        {
            ["Namespace"] = "AWS/ApplicationELB",
            ["MetricName"] = "RequestCountPerTarget",
            ["Statistic"] = "Sum",
            ["Period"] = 60,
            ["Dimensions"] = new JsonArray(
                Dimension("LoadBalancer", string.Join('/', parts[..3])), Dimension("TargetGroup", string.Join('/', parts[3..]))),
        };
    }

    private static JsonObject Dimension(string name, string value) => new() { ["Name"] = name, ["Value"] = value };

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);
}
