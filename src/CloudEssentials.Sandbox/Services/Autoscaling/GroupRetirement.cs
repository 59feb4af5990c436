using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Services.Elbv2;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Takes instances out of service, and chooses which.</summary>
internal static class GroupRetirement
{
    /// <summary>Takes an instance out of service: its load balancers let go of it first.</summary>
    public static ScalingGroup Begin(SandboxState state, ScalingGroup group, ScalingInstance member, string cause)
    {
        DateTimeOffset end = state.Now;
        foreach ((ElbTargetGroup targetGroup, ElbTarget target) in GroupHealth.TargetsOf(state, group, member.Id).ToList())
        {
            Targets.Deregister(state, targetGroup, target);
            if (ElbState.Of(state).Targets.TryGet(target.Key, out ElbTarget? draining) && TargetHealth.DrainedAt(targetGroup, draining) is { } drained)
            {
                // Nothing that the sandbox's load balancers send takes long, so that nothing is left to wait for.
                DateTimeOffset released = state.Now + state.Options.Timings.ConnectionDraining;
                DateTimeOffset sooner = drained < released ? drained : released;
                end = sooner > end ? sooner : end;
            }
        }

        bool drains = end > state.Now;
        string description = $"Terminating EC2 instance: {member.Id}{(drains ? " - Waiting For ELB Connection Draining." : string.Empty)}";
        string status = drains ? "WaitingForELBConnectionDraining" : "InProgress";
        string id = ScalingActivities.Begin(state, group, description, cause, status, drains ? 50 : 0, member.Zone, member.SubnetId);
        if (member.Phase == ScalingPhase.Pending)
        {
            ScalingActivities.Fail(state, member.ActivityId, "The instance was terminated before it was in service.");
        }

        return group.With(member with { Phase = ScalingPhase.Terminating, EndsAt = end, ActivityId = id, IsSurplus = false });
    }

    /// <summary>Goes on with an instance that is on its way out.</summary>
    public static ScalingGroup Continue(SandboxState state, ScalingGroup group, ScalingInstance member)
    {
        bool isKnown = InstanceState.Of(state).Instances.TryGet(member.Id, out Ec2Instance? instance);
        if (isKnown && InstanceLifecycle.IsAlive(instance!) && member.EndsAt <= state.Now)
        {
            InstanceLifecycle.Terminate(state, instance!);
            instance = InstanceState.Of(state).Instances[member.Id];
        }

        if (isKnown && InstanceLifecycle.StateOf(state, instance!) != InstanceLifecycle.Terminated)
        {
            return group;
        }

        ScalingActivities.Succeed(state, member.ActivityId);
        ScalingActivities.Notify(state, group, "autoscaling:EC2_INSTANCE_TERMINATE", "termination", member.Id, member.ActivityId);
        return group with { Instances = group.Instances.Remove(member.Id) };
    }

    /// <summary>
    /// The instance that goes first: one in a subnet that the group no longer has, then of the zone with the most instances the one of the
    /// oldest template, then the one that was launched first. See "Default termination policy".
    /// </summary>
    public static ScalingInstance? Choose(SandboxState state, ScalingGroup group)
    {
        Dictionary<string, int> counts = GroupLauncher.Counts(state, group);
        return group.Alive
            .Where(member => !member.IsProtected && !member.IsSurplus)
            .OrderBy(member => group.SubnetIds.Contains(member.SubnetId))
            .ThenByDescending(member => counts.GetValueOrDefault(member.Zone))
            .ThenBy(member => member.Template.Id == group.Template.Id)
            .ThenBy(member => int.Parse(member.Template.Version!, System.Globalization.CultureInfo.InvariantCulture))
            .ThenBy(member => member.Launched)
            .ThenBy(member => member.Id, StringComparer.Ordinal)
            .FirstOrDefault();
    }
}
