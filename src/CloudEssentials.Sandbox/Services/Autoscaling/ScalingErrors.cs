using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>What Auto Scaling says when it refuses.</summary>
internal static class ScalingErrors
{
    public static ServiceError Validation(string message) => new("ValidationError", message);

    public static ServiceError NoGroup(string name) => Validation($"AutoScalingGroup name not found - AutoScalingGroup '{name}' not found");

    public static ServiceError InProgress(string message) => new("ScalingActivityInProgress", message);

    public static ServiceError InUse(string message) => new("ResourceInUse", message);
}
