using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Groups and what belongs to them, as Auto Scaling answers them.</summary>
internal static class GroupView
{
    public static JsonObject Group(SandboxState state, ScalingGroup group, bool withInstances)
    {
        List<Ec2Subnet> subnets = [.. GroupLauncher.Subnets(state, group)];
        return new JsonObject
        {
            ["AutoScalingGroupName"] = group.Name,
            ["AutoScalingGroupARN"] = group.Arn,
            ["LaunchTemplate"] = Template(group.Template),
            ["MinSize"] = group.MinSize,
            ["MaxSize"] = group.MaxSize,
            ["DesiredCapacity"] = group.Desired,
            ["DefaultCooldown"] = group.Cooldown,
            ["AvailabilityZones"] = Texts(subnets.Select(subnet => subnet.Zone).Distinct().Order(StringComparer.Ordinal)),
            ["LoadBalancerNames"] = new JsonArray(),
            ["TargetGroupARNs"] = Texts(group.TargetGroupArns),
            ["HealthCheckType"] = group.HealthCheckType,
            ["HealthCheckGracePeriod"] = group.GracePeriod,
            ["Instances"] = new JsonArray([.. withInstances ? group.Instances.Values.Select(Instance) : []]),
            ["CreatedTime"] = group.Created,
            ["SuspendedProcesses"] = new JsonArray(),
            ["VPCZoneIdentifier"] = group.IsByZone ? string.Empty : string.Join(',', group.SubnetIds),
            ["EnabledMetrics"] = new JsonArray(),
            ["Status"] = group.IsDeleting ? "Delete in progress" : null,
            ["Tags"] = new JsonArray([.. group.Tags.Keys.Select(key => GroupTags.Write(group, key))]),
            ["TerminationPolicies"] = Texts(group.TerminationPolicies),
            ["NewInstancesProtectedFromScaleIn"] = group.ProtectsNewInstances,
            ["ServiceLinkedRoleARN"] = group.ServiceLinkedRoleArn,
            ["MaxInstanceLifetime"] = group.MaxInstanceLifetime,
            ["CapacityRebalance"] = group.CapacityRebalance,
            ["DefaultInstanceWarmup"] = group.InstanceWarmup,
            ["DeletionProtection"] = group.DeletionProtection,
            ["TrafficSources"] = new JsonArray([.. group.TargetGroupArns.Select(arn => new JsonObject { ["Identifier"] = arn, ["Type"] = "elbv2" })]),
        };
    }

    public static JsonObject Instance(ScalingInstance member) => new()
    {
        ["InstanceId"] = member.Id,
        ["InstanceType"] = member.Type,
        ["AvailabilityZone"] = member.Zone,
        ["LifecycleState"] = member.Phase.ToString(),
        ["HealthStatus"] = member.IsHealthy ? "Healthy" : "Unhealthy",
        ["LaunchTemplate"] = Template(member.Template),
        ["ProtectedFromScaleIn"] = member.IsProtected,
    };

    /// <summary>An instance as it is answered where no group is named.</summary>
    public static JsonObject InstanceOf(ScalingGroup group, ScalingInstance member)
    {
        JsonObject answer = Instance(member);
        answer["AutoScalingGroupName"] = group.Name;
        answer["HealthStatus"] = member.IsHealthy ? "HEALTHY" : "UNHEALTHY";
        return answer;
    }

    public static JsonObject Activity(SandboxState state, ScalingActivity activity) => new()
    {
        ["ActivityId"] = activity.Id,
        ["AutoScalingGroupName"] = activity.GroupName,
        ["Description"] = activity.Description,
        ["Cause"] = activity.Cause,
        ["StartTime"] = activity.Start,
        ["EndTime"] = activity.End,
        ["StatusCode"] = activity.Status,
        ["StatusMessage"] = activity.StatusMessage,
        ["Progress"] = activity.Progress,
        ["Details"] = activity.Details,
        ["AutoScalingGroupState"] = ScalingState.Of(state).Groups.Contains(activity.GroupArn) ? null : "Deleted",
        ["AutoScalingGroupARN"] = activity.GroupArn,
    };

    public static JsonObject Refresh(ScalingGroup group, InstanceRefresh refresh)
    {
        int done = refresh.Total - refresh.Remaining.Count;
        return new JsonObject
        {
            ["InstanceRefreshId"] = refresh.Id,
            ["AutoScalingGroupName"] = group.Name,
            ["Status"] = refresh.Status,
            ["StatusReason"] = refresh.Status == InstanceRefresh.Cancelled ? "Cancelled due to user request." : null,
            ["StartTime"] = refresh.Status == InstanceRefresh.Pending ? null : refresh.Start,
            ["EndTime"] = refresh.End,
            ["PercentageComplete"] = refresh.Status == InstanceRefresh.Successful ? 100 : refresh.Total == 0 ? 0 : 100 * done / refresh.Total,
            ["InstancesToUpdate"] = refresh.Remaining.Count,
            ["Preferences"] = new JsonObject
            {
                ["MinHealthyPercentage"] = refresh.MinHealthy,
                ["MaxHealthyPercentage"] = refresh.MaxHealthy,
                ["InstanceWarmup"] = refresh.Warmup,
                ["SkipMatching"] = refresh.SkipsMatching,
                ["AutoRollback"] = false,
                ["ScaleInProtectedInstances"] = "Ignore",
                ["StandbyInstances"] = "Ignore",
            },
            ["DesiredConfiguration"] = refresh.Template is { } template ? new JsonObject { ["LaunchTemplate"] = Template(template) } : null,
            ["Strategy"] = "Rolling",
        };
    }

    public static JsonObject Template(LaunchSource template) => new()
    {
        ["LaunchTemplateId"] = template.Id,
        ["LaunchTemplateName"] = template.Name,
        ["Version"] = template.Version,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
