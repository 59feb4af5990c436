using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Keeps watch over targets: what their checks meet with, and since when.</summary>
internal static class TargetWatch
{
    private static readonly TargetCondition[] Checked = [TargetCondition.Answers, TargetCondition.WrongCode, TargetCondition.Silent];

    /// <summary>Looks at every target of a Region as things are now.</summary>
    public static void Step(SandboxState state, string region)
    {
        ElbState elb = ElbState.Of(state);
        foreach (ElbTarget target in elb.Targets.Current.Values)
        {
            if (!elb.TargetGroups.TryGet(target.TargetGroupArn, out ElbTargetGroup? group) || group.Region != region)
            {
                continue;
            }

            if (TargetHealth.DrainedAt(group, target) <= state.Now || IsForgotten(state, group, target))
            {
                elb.Targets.Remove(target.Key);
            }
            else if (target.Deregistered is null)
            {
                Look(state, elb, group, target);
            }
        }
    }

    /// <summary>The times at which something may change for the targets of a Region, and the instances that they are.</summary>
    public static IEnumerable<DateTimeOffset?> Times(SandboxState state, string region, HashSet<string> instances)
    {
        ElbState elb = ElbState.Of(state);
        foreach (ElbTarget target in elb.Targets.Current.Values)
        {
            if (elb.TargetGroups.TryGet(target.TargetGroupArn, out ElbTargetGroup? group) && group.Region == region)
            {
                if (TargetProbe.InstanceOf(state, group, target.Id) is { } instance)
                {
                    instances.Add(instance.Id);
                }

                yield return TargetHealth.TurnsAt(state, group, target);
                yield return TargetHealth.DrainedAt(group, target);
            }
        }

        foreach (ElbLoadBalancer balancer in elb.LoadBalancers.Current.Values.Where(balancer => balancer.Region == region))
        {
            yield return ElbView.ActiveAt(state, balancer);
        }
    }

    // An instance that nobody can see any more is no target.
    private static bool IsForgotten(SandboxState state, ElbTargetGroup group, ElbTarget target) =>
        group.TargetType == "instance" && target.Deregistered is null && TargetProbe.InstanceOf(state, group, target.Id) is null;

    private static void Look(SandboxState state, ElbState elb, ElbTargetGroup group, ElbTarget target)
    {
        (TargetCondition condition, string? detail) = TargetProbe.Probe(state, group, target);
        if ((condition, detail) != (target.Condition, target.Detail))
        {
            elb.Targets[target.Key] = target with
            {
                Before = Checked.Contains(target.Condition) && Checked.Contains(condition) ? TargetHealth.Verdict(state, group, target) : TargetVerdict.Initial,
                Condition = condition,
                Detail = detail,
                Since = state.Now,
            };
        }
    }
}
