using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Changes a group's settings, and its capacity with them.</summary>
internal sealed class UpdateAutoScalingGroup : GroupSettings
{
    public override JsonObject Execute(OperationCall call)
    {
        ScalingGroup group = Changeable(call);
        (var subnets, bool isByZone) = Places(call) ?? (group.SubnetIds, group.IsByZone);
        ScalingGroup changed = group with
        {
            SubnetIds = subnets,
            IsByZone = isByZone,
            Template = Template(call, subnets[0]) ?? group.Template,
            Cooldown = CheckNumber(call, "DefaultCooldown", group.Cooldown),
            HealthCheckType = CheckType(call, group.HealthCheckType),
            GracePeriod = CheckNumber(call, "HealthCheckGracePeriod", group.GracePeriod),
            TerminationPolicies = call.Texts("TerminationPolicies") is { Count: > 0 } policies ? [.. policies] : group.TerminationPolicies,
            ProtectsNewInstances = call.Input["NewInstancesProtectedFromScaleIn"]?.GetValue<bool>() ?? group.ProtectsNewInstances,
            CapacityRebalance = call.Input["CapacityRebalance"]?.GetValue<bool>() ?? group.CapacityRebalance,
            InstanceWarmup = call.Number("DefaultInstanceWarmup") is { } warmup ? (warmup < 0 ? null : warmup) : group.InstanceWarmup,
            MaxInstanceLifetime = call.Number("MaxInstanceLifetime") ?? group.MaxInstanceLifetime,
            DeletionProtection = call.Text("DeletionProtection") ?? group.DeletionProtection,
            ServiceLinkedRoleArn = call.Text("ServiceLinkedRoleARN") ?? group.ServiceLinkedRoleArn,
        };
        Put(call, Resize(call, changed));
        return [];
    }

    // "If a new MinSize is larger than the current size, the group's desired capacity is raised to it", and likewise with MaxSize.
    private static ScalingGroup Resize(OperationCall call, ScalingGroup group)
    {
        int min = call.Number("MinSize") ?? group.MinSize;
        int max = call.Number("MaxSize") ?? group.MaxSize;
        int desired = call.Number("DesiredCapacity") ?? (min <= max ? Math.Clamp(group.Desired, min, max) : group.Desired);
        ScalingGroup resized = CheckSizes(group with { MinSize = min, MaxSize = max, Desired = desired });
        return desired == group.Desired ? resized : resized with
        {
            Cause = $"At {ScalingActivities.Stamp(call.Now)} a user request update of AutoScalingGroup constraints to min: {min}, max: {max}, desired: {desired} changing the desired capacity from {group.Desired} to {desired}.",
            RetryAt = null,
        };
    }
}
