using CloudEssentials.Sandbox.Services.Autoscaling;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Services.Elbv2;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services;

/// <summary>
/// What load balancers and Auto Scaling groups do by themselves: targets become healthy and unhealthy, groups launch, replace and end
/// instances. Each thing happens at its own time, in order, also when the account's clock has made a leap.
/// </summary>
internal sealed class FleetUpkeep : Upkeep
{
    // At one instant one thing may lead to the next, where the timings are nothing; this many times are enough for any.
    private const int MaximumRounds = 200;

    // What nothing makes healthy would be replaced for ever; a leap of a year is not lived through minute by minute.
    private const int MaximumSteps = 5000;

    protected override bool IsDue(SandboxState state, ServiceTarget target) => Next(state, target.Region) <= state.Now;

    protected override void Run(SandboxState state, ServiceTarget target)
    {
        // Whoever looks now sees what has been for a while.
        state.MakeSeenAtOnce();
        DateTimeOffset now = state.Now;
        for (int step = 0; step < MaximumSteps && Next(state, target.Region) is { } next && next <= now; step++)
        {
            state.At(next, () =>
            {
                StepAll(state, target.Region);
                Mark(state, target.Region);
            });
        }

        if (Next(state, target.Region) <= now)
        {
            StepAll(state, target.Region);
            Mark(state, target.Region);
        }
    }

    protected override void Settle(SandboxState state, ServiceTarget target)
    {
        StepAll(state, target.Region);
        if (Times(state, target.Region).Any())
        {
            // What the call has made was not there before: nothing that lies behind is to happen to it.
            Mark(state, target.Region);
        }
    }

    private static void StepAll(SandboxState state, string region)
    {
        for (int round = 0; round < MaximumRounds && Step(state, region); round++)
        {
        }
    }

    // Whether anything changed.
    private static bool Step(SandboxState state, string region)
    {
        ElbState elb = ElbState.Of(state);
        ScalingState scaling = ScalingState.Of(state);
        (object, object, object) before = (elb.Targets.Current, scaling.Groups.Current, scaling.Refreshes.Current);
        TargetWatch.Step(state, region);
        GroupKeeper.Step(state, region);
        return before != (elb.Targets.Current, scaling.Groups.Current, scaling.Refreshes.Current);
    }

    private static void Mark(SandboxState state, string region) => FleetState.Of(state).Marks[region] = new FleetMark(state.Now);

    // The next time at which something may happen; what comes too late is what a step finds nothing at.
    private static DateTimeOffset? Next(SandboxState state, string region)
    {
        DateTimeOffset after = FleetState.Of(state).Marks.TryGet(region, out FleetMark? mark) ? mark.At : DateTimeOffset.MinValue;
        DateTimeOffset? next = null;
        foreach (DateTimeOffset time in Times(state, region))
        {
            if (time > after && !(time >= next))
            {
                next = time;
            }
        }

        return next;
    }

    private static IEnumerable<DateTimeOffset> Times(SandboxState state, string region)
    {
        HashSet<string> instances = [];
        IEnumerable<DateTimeOffset?> times = [.. TargetWatch.Times(state, region, instances), .. GroupKeeper.Times(state, region, instances)];
        return times.OfType<DateTimeOffset>().Concat(instances.SelectMany(id => TimesOf(state, id)));
    }

    private static IEnumerable<DateTimeOffset> TimesOf(SandboxState state, string instanceId)
    {
        if (!InstanceState.Of(state).Instances.TryGet(instanceId, out Ec2Instance? instance))
        {
            yield break;
        }

        SandboxTimings timings = state.Options.Timings;
        yield return InstanceLifecycle.RunningAt(state, instance);
        yield return InstanceHealth.ReadyAt(state, instance);
        if (InstanceLifecycle.TerminatedAt(state, instance) is { } terminated)
        {
            yield return terminated;
        }

        if (instance.Stopped is { } stopped)
        {
            yield return stopped + timings.InstanceStopping;
        }

        if (Zones.Outage(state, instance.Zone) is { } outage)
        {
            yield return outage.Since;
            yield return GroupHealth.ImpairedAt(state, outage);
        }
    }
}
