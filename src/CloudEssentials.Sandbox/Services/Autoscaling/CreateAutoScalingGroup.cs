using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Makes an Auto Scaling group, which at once launches its instances.</summary>
internal sealed class CreateAutoScalingGroup : GroupSettings
{
    private const int Maximum = 500;

    // A group's tags at its creation are a permission of their own.
    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) => call.Input["Tags"] is JsonArray { Count: > 0 }
        ? [.. base.FurtherPermissions(call), ("autoscaling:CreateOrUpdateTags", Resources(call)[0])]
        : base.FurtherPermissions(call);

    public override JsonObject Execute(OperationCall call)
    {
        ScalingState scaling = ScalingState.Of(call.State);
        string name = call.RequiredText("AutoScalingGroupName");
        _ = name.Contains(':') ? throw ScalingErrors.Validation("Auto Scaling group names may not contain ':'") : true;
        _ = scaling.Find(call.Region, name) is null
            ? true
            : throw new ServiceError("AlreadyExists", $"AutoScalingGroup by this name already exists - A group with the name {name} already exists");
        _ = scaling.Groups.Current.Values.Count(group => group.Region == call.Region) < Maximum
            ? true
            : throw new ServiceError("LimitExceeded", "You have already reached a limit for Auto Scaling groups.");
        (ImmutableList<string> subnets, bool isByZone) = Places(call) ?? throw ScalingErrors.Validation("At least one Availability Zone or VPC Subnet is required.");
        int min = call.Number("MinSize")!.Value;
        int desired = call.Number("DesiredCapacity") ?? min;
        string now = ScalingActivities.Stamp(call.Now);
        Put(call, CheckSizes(new ScalingGroup
        {
            Arn = ArnOf(call, name, ScalingActivities.NewGuid(call.State)),
            Name = name,
            Created = call.Now,
            MinSize = min,
            MaxSize = call.Number("MaxSize")!.Value,
            Desired = desired,
            Cooldown = CheckNumber(call, "DefaultCooldown", 300),
            SubnetIds = subnets,
            IsByZone = isByZone,
            Template = Template(call, subnets[0])
                ?? throw ScalingErrors.Validation("Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter."),
            TargetGroupArns = TargetGroups(call),
            HealthCheckType = CheckType(call, "EC2"),
            GracePeriod = CheckNumber(call, "HealthCheckGracePeriod", 0),
            TerminationPolicies = call.Texts("TerminationPolicies") is { Count: > 0 } policies ? [.. policies] : ["Default"],
            ProtectsNewInstances = call.Flag("NewInstancesProtectedFromScaleIn"),
            CapacityRebalance = call.Input["CapacityRebalance"]?.GetValue<bool>(),
            InstanceWarmup = call.Number("DefaultInstanceWarmup"),
            MaxInstanceLifetime = call.Number("MaxInstanceLifetime"),
            DeletionProtection = call.Text("DeletionProtection"),
            ServiceLinkedRoleArn = call.Text("ServiceLinkedRoleARN") ?? ServiceLinkedRoles.Ensure(call, ServiceName).Arn,
            Tags = GroupTags.Read(call),
            Cause = $"At {now} a user request created an AutoScalingGroup changing the desired capacity from 0 to {desired}.",
        }));
        return [];
    }
}
