using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Gives a group a scaling policy, or the one of that name other settings.</summary>
internal sealed class PutScalingPolicy : ScalingOperation
{
    private static readonly string[] AdjustmentTypes = ["ChangeInCapacity", "ExactCapacity", "PercentChangeInCapacity"];

    public override JsonObject Execute(OperationCall call)
    {
        ScalingState scaling = ScalingState.Of(call.State);
        ScalingGroup group = Changeable(call);
        string name = call.RequiredText("PolicyName");
        string type = call.Text("PolicyType") ?? "SimpleScaling";
        Check(call, type);
        ScalingPolicy? known = scaling.Policies.Current.Values.FirstOrDefault(policy => policy.Region == call.Region && policy.GroupName == group.Name && policy.Name == name);
        if (known is not null)
        {
            ScalingPolicies.DeleteAlarms(call.State, known);
        }

        var made = new ScalingPolicy
        {
            Arn = known?.Arn ?? $"arn:{call.Partition}:autoscaling:{call.Region}:{call.AccountId}:scalingPolicy:{ScalingActivities.NewGuid(call.State)}:autoScalingGroupName/{group.Name}:policyName/{name}",
            Name = name,
            GroupName = group.Name,
            Type = type,
            Settings = call.Input.ToJsonString(),
        };
        ImmutableList<string> alarms = type == ScalingPolicies.TargetTracking
            ? [.. ScalingPolicies.MakeAlarms(call, made, call.Input["TargetTrackingConfiguration"]!.AsObject())]
            : [];
        made = made with { Alarms = alarms };
        scaling.Policies[made.Arn] = made;
        return new JsonObject { ["PolicyARN"] = made.Arn, ["Alarms"] = PolicyView.Alarms(call.State, made) };
    }

    private static void Check(OperationCall call, string type)
    {
        switch (type)
        {
            case ScalingPolicies.TargetTracking:
                CheckTracking(call.Input["TargetTrackingConfiguration"] as JsonObject ?? throw ScalingErrors.Validation("TargetTrackingConfiguration is required for policy type TargetTrackingScaling"));
                break;
            case "SimpleScaling":
                CheckAdjustment(call);
                _ = call.Number("ScalingAdjustment") ?? throw ScalingErrors.Validation("ScalingAdjustment is required for policy type SimpleScaling");
                break;
            case "StepScaling":
                CheckAdjustment(call);
                _ = call.Structures("StepAdjustments").Any() ? true : throw ScalingErrors.Validation("At least one StepAdjustment must be specified.");
                break;
            default:
                throw ScalingErrors.Validation($"The sandbox has no policies of type {type}: only SimpleScaling, StepScaling and TargetTrackingScaling");
        }
    }

    private static void CheckTracking(JsonObject configuration)
    {
        if (configuration["PredefinedMetricSpecification"] is null == configuration["CustomizedMetricSpecification"] is null)
        {
            throw ScalingErrors.Validation("Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be specified");
        }

        if (configuration["PredefinedMetricSpecification"] is JsonObject predefined
            && predefined["PredefinedMetricType"]!.GetValue<string>() == "ALBRequestCountPerTarget"
            && predefined["ResourceLabel"]?.GetValue<string>().Split('/') is not { Length: 6 })
        {
            throw ScalingErrors.Validation("ResourceLabel must be specified for ALBRequestCountPerTarget, as app/load-balancer-name/load-balancer-id/targetgroup/target-group-name/target-group-id");
        }
    }

    private static void CheckAdjustment(OperationCall call) => _ = AdjustmentTypes.Contains(call.Text("AdjustmentType"))
        ? true
        : throw ScalingErrors.Validation($"AdjustmentType must be one of: [{string.Join(", ", AdjustmentTypes)}]");
}
