using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Services.Elbv2;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Keeps groups at their capacity: what Amazon EC2 Auto Scaling does without being asked.</summary>
internal static class GroupKeeper
{
    // A zone that does not offer the type never does.
    private static readonly TimeSpan BalancePause = TimeSpan.FromMinutes(15);

    /// <summary>Does for every group of a Region what is to be done now.</summary>
    public static void Step(SandboxState state, string region)
    {
        ScalingState scaling = ScalingState.Of(state);
        foreach (ScalingGroup group in scaling.Groups.Current.Values.Where(group => group.Region == region))
        {
            ScalingGroup kept = Keep(state, group);
            if (kept.IsDeleting && kept.Instances.IsEmpty)
            {
                GroupDeletion.Finish(state, kept);
            }
            else
            {
                scaling.Groups[kept.Arn] = kept;
            }
        }
    }

    /// <summary>The times at which something may change for the groups of a Region, and the instances that they have.</summary>
    public static IEnumerable<DateTimeOffset?> Times(SandboxState state, string region, HashSet<string> instances)
    {
        ScalingState scaling = ScalingState.Of(state);
        foreach (ScalingGroup group in scaling.Groups.Current.Values.Where(group => group.Region == region))
        {
            instances.UnionWith(group.Instances.Keys);
            yield return group.RetryAt;
            yield return group.BalanceAt;
            InstanceRefresh? refresh = scaling.ActiveRefresh(group);
            yield return refresh is null ? null : RefreshKeeper.BeginsAt(state, refresh);
            foreach (ScalingInstance member in group.Instances.Values)
            {
                yield return member.EndsAt;
                yield return GroupHealth.GraceEnds(group, member);
                yield return refresh is null ? null : RefreshKeeper.WarmAt(refresh, member);
            }
        }
    }

    /// <summary>What is written of an instance that makes up for a difference.</summary>
    public static string LaunchCause(SandboxState state, ScalingGroup group, int before, int after) => group.Cause is null
        ? $"At {Now(state)} an instance was launched in response to an unhealthy instance needing to be replaced."
        : $"{group.Cause}  At {Now(state)} an instance was started in response to a difference between desired and actual capacity, increasing the capacity from {before} to {after}.";

    private static ScalingGroup Keep(SandboxState state, ScalingGroup group)
    {
        foreach (ScalingInstance member in group.Instances.Values)
        {
            group = member.Phase switch
            {
                ScalingPhase.Terminating => GroupRetirement.Continue(state, group, member),
                _ when group.IsDeleting => GroupRetirement.Begin(state, group, member, $"At {Now(state)} a user request force deleted AutoScaling group changing the desired capacity to 0.  At {Now(state)} an instance was taken out of service."),
                _ when GroupHealth.Illness(state, group, member) is { } illness => Replace(state, group, member, $"At {Now(state)} {illness}"),
                ScalingPhase.Pending => Serve(state, group, member),
                _ => group,
            };
        }

        if (group.IsDeleting)
        {
            return group;
        }

        group = RefreshKeeper.Continue(state, group);
        group = Shrink(state, Grow(state, group));
        return Balance(state, group);
    }

    private static ScalingGroup Replace(SandboxState state, ScalingGroup group, ScalingInstance member, string cause) =>
        GroupRetirement.Begin(state, group, member with { IsHealthy = false }, cause);

    // It is in service as soon as it runs; its load balancers are told of it.
    private static ScalingGroup Serve(SandboxState state, ScalingGroup group, ScalingInstance member)
    {
        if (!InstanceLifecycle.IsRunning(state, InstanceState.Of(state).Instances[member.Id]))
        {
            return group;
        }

        foreach (string arn in group.TargetGroupArns)
        {
            if (ElbState.Of(state).TargetGroups.TryGet(arn, out ElbTargetGroup? targetGroup))
            {
                Targets.Register(state, targetGroup, member.Id, targetGroup.Port);
            }
        }

        ScalingActivities.Succeed(state, member.ActivityId);
        ScalingActivities.Notify(state, group, "autoscaling:EC2_INSTANCE_LAUNCH", "launch", member.Id, member.ActivityId);
        return group.With(member with { Phase = ScalingPhase.InService, InService = state.Now, IsSurplus = false });
    }

    private static ScalingGroup Grow(SandboxState state, ScalingGroup group)
    {
        int alive = group.Alive.Count(member => !member.IsSurplus);
        int wanted = group.Desired;
        if (alive >= wanted || group.RetryAt > state.Now)
        {
            return alive >= wanted && group.Cause is not null && alive == wanted ? group with { Cause = null } : group;
        }

        string cause = LaunchCause(state, group, alive, wanted);
        while (group.Alive.Count(member => !member.IsSurplus) < wanted)
        {
            group = GroupLauncher.Launch(state, group, cause, RefreshKeeper.TemplateOf(state, group));
            if (group.RetryAt is not null)
            {
                return group;
            }
        }

        return group with { Cause = null };
    }

    private static ScalingGroup Shrink(SandboxState state, ScalingGroup group)
    {
        int alive = group.Alive.Count(member => !member.IsSurplus);
        int wanted = RefreshKeeper.MostOf(state, group);
        string prefix = group.Cause ?? $"At {Now(state)} instances were launched to balance instances with other zones resulting in more than desired number of instances in the group.";
        for (int count = alive; count > wanted && GroupRetirement.Choose(state, group) is { } member; count--)
        {
            string cause = $"{prefix}  At {Now(state)} an instance was taken out of service in response to a difference between desired and actual capacity, shrinking the capacity from {alive} to {wanted}.  At {Now(state)} instance {member.Id} was selected for termination.";
            group = GroupRetirement.Begin(state, group, member, cause);
        }

        return alive > wanted ? group with { Cause = null } : group;
    }

    // "Rebalancing": a new instance first, in the zone with the fewest, and then one of the zone with the most goes.
    private static ScalingGroup Balance(SandboxState state, ScalingGroup group)
    {
        List<ScalingInstance> alive = [.. group.Alive];
        if (alive.Count != group.Desired || group.Desired == 0 || group.BalanceAt > state.Now || alive.Exists(member => member.Phase != ScalingPhase.InService)
            || ScalingState.Of(state).ActiveRefresh(group) is not null)
        {
            return group;
        }

        List<KeyValuePair<string, int>> counts = [.. GroupLauncher.Counts(state, group)];
        List<KeyValuePair<string, int>> working = [.. counts.Where(zone => !Zones.IsImpaired(state, zone.Key)).OrderBy(zone => zone.Value)];
        bool isForeign = alive.Exists(member => !group.SubnetIds.Contains(member.SubnetId));
        if (working.Count == 0 || (!isForeign && counts.Max(zone => zone.Value) - working[0].Value < 2))
        {
            return group;
        }

        string cause = $"At {Now(state)} an instance was launched to aid in balancing the group's zones.";
        ScalingGroup balanced = GroupLauncher.Launch(state, group, cause, group.Template, isSurplus: true, onlyZone: working[0].Key);
        return balanced.RetryAt is null ? balanced : balanced with { RetryAt = null, BalanceAt = state.Now + BalancePause };
    }

    private static string Now(SandboxState state) => ScalingActivities.Stamp(state.Now);
}
