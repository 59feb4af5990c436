using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Services.Elbv2;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>
/// Whether a group holds an instance to be ill. See "Health checks for instances in an Auto Scaling group": an instance that does not run
/// is ill at once; failed status checks, and what load balancers find, count after the grace period.
/// </summary>
internal static class GroupHealth
{
    /// <summary>Why an instance in service is to be replaced, in the words of an activity's cause; null if it is well.</summary>
    public static string? Illness(SandboxState state, ScalingGroup group, ScalingInstance member)
    {
        if (!InstanceState.Of(state).Instances.TryGet(member.Id, out Ec2Instance? instance)
            || InstanceLifecycle.StateOf(state, instance) is not (InstanceLifecycle.Running or InstanceLifecycle.Pending))
        {
            return "an instance was taken out of service in response to an EC2 health check indicating it has been terminated or stopped.";
        }

        if (!member.IsHealthy)
        {
            return "an instance was taken out of service in response to a user health-check.";
        }

        if (member.Phase != ScalingPhase.InService || GraceEnds(group, member) > state.Now)
        {
            return null;
        }

        return Zones.Outage(state, member.Zone) is { } outage && ImpairedAt(state, outage) <= state.Now
            ? "an instance was taken out of service in response to an EC2 instance status checks failure."
            : UsesLoadBalancers(group) && TargetsOf(state, group, member.Id).Any(found => TargetHealth.Words(state, found.Group, found.Target).State == "unhealthy")
                ? "an instance was taken out of service in response to an ELB system health check failure."
                : null;
    }

    /// <summary>When an instance's failed checks begin to count.</summary>
    public static DateTimeOffset? GraceEnds(ScalingGroup group, ScalingInstance member) => member.InService?.AddSeconds(group.GracePeriod);

    /// <summary>When the status checks of the instances in a zone that has failed have failed, too.</summary>
    public static DateTimeOffset ImpairedAt(SandboxState state, Ec2ZoneOutage outage) => outage.Since + state.Options.Timings.StatusChecks;

    /// <summary>Whether every load balancer of the group that has an opinion holds an instance to be healthy.</summary>
    public static bool IsServing(SandboxState state, ScalingGroup group, ScalingInstance member) => !UsesLoadBalancers(group)
        || TargetsOf(state, group, member.Id).All(found => TargetHealth.Words(state, found.Group, found.Target).State is "healthy" or "unused");

    /// <summary>The registrations of an instance with the group's target groups.</summary>
    public static IEnumerable<(ElbTargetGroup Group, ElbTarget Target)> TargetsOf(SandboxState state, ScalingGroup group, string instanceId)
    {
        ElbState elb = ElbState.Of(state);
        foreach (string arn in group.TargetGroupArns)
        {
            if (!elb.TargetGroups.TryGet(arn, out ElbTargetGroup? targetGroup))
            {
                continue;
            }

            foreach (ElbTarget target in elb.TargetsOf(arn).Where(target => target.Id == instanceId))
            {
                yield return (targetGroup, target);
            }
        }
    }

    private static bool UsesLoadBalancers(ScalingGroup group) => group.HealthCheckType.Split(',').Contains("ELB");
}
