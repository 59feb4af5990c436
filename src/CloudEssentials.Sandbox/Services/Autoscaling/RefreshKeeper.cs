using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>
/// Carries instance refreshes out: some instances are ended, others launched in their place, and when those are warm the next ones follow.
/// See "How an instance refresh works".
/// </summary>
internal static class RefreshKeeper
{
    /// <summary>When a refresh begins with its work.</summary>
    public static DateTimeOffset BeginsAt(SandboxState state, InstanceRefresh refresh) => refresh.Start + state.Options.Timings.InstanceRefreshPending;

    /// <summary>When an instance counts as warm.</summary>
    public static DateTimeOffset? WarmAt(InstanceRefresh refresh, ScalingInstance member) => member.InService?.AddSeconds(refresh.Warmup);

    /// <summary>The template that the group launches from now.</summary>
    public static LaunchSource TemplateOf(SandboxState state, ScalingGroup group) => ScalingState.Of(state).ActiveRefresh(group)?.Template ?? group.Template;

    /// <summary>How many instances the group may have now; a refresh may launch before it ends.</summary>
    public static int MostOf(SandboxState state, ScalingGroup group) =>
        ScalingState.Of(state).ActiveRefresh(group) is { Status: InstanceRefresh.InProgress } refresh ? Most(group, refresh) : group.Desired;

    /// <summary>Whether an instance is as the refresh would have it.</summary>
    public static bool Matches(SandboxState state, ScalingGroup group, LaunchSource? wanted, ScalingInstance member)
    {
        LaunchSource source = wanted ?? group.Template;
        return member.Template.Id == source.Id && member.Template.Version == GroupLauncher.VersionOf(state, group.Region, source);
    }

    /// <summary>Goes on with a group's refresh, if there is one.</summary>
    public static ScalingGroup Continue(SandboxState state, ScalingGroup group)
    {
        ScalingState scaling = ScalingState.Of(state);
        if (scaling.ActiveRefresh(group) is not { } refresh || BeginsAt(state, refresh) > state.Now)
        {
            return group;
        }

        List<ScalingInstance> fresh = [.. group.Alive.Where(member => !refresh.Remaining.Contains(member.Id))];
        refresh = refresh with { Remaining = refresh.Remaining.Intersect(group.Alive.Select(member => member.Id)) };
        if (refresh.Status == InstanceRefresh.Cancelling)
        {
            scaling.Refreshes[refresh.Id] = refresh with { Status = InstanceRefresh.Cancelled, End = state.Now };
            return group;
        }

        refresh = refresh with { Status = InstanceRefresh.InProgress };
        bool isSettled = group.Alive.Count() >= group.Desired && fresh.TrueForAll(member => IsReady(state, group, refresh, member));
        if (refresh.Remaining.IsEmpty && isSettled)
        {
            scaling.Refreshes[refresh.Id] = refresh with { Status = InstanceRefresh.Successful, End = state.Now };
            return refresh.Template is { } template ? group with { Template = template } : group;
        }

        scaling.Refreshes[refresh.Id] = refresh;
        return isSettled ? Next(state, group, refresh) : group;
    }

    private static ScalingGroup Next(SandboxState state, ScalingGroup group, InstanceRefresh refresh)
    {
        string now = ScalingActivities.Stamp(state.Now);
        int surplus = Math.Min(Most(group, refresh) - group.Alive.Count(), refresh.Remaining.Count);
        if (surplus > 0)
        {
            for (int index = 0; index < surplus && !(group.RetryAt > state.Now); index++)
            {
                group = GroupLauncher.Launch(state, group, $"At {now} an instance was launched in response to an instance refresh.", refresh.Template ?? group.Template);
            }

            return group;
        }

        // However few may be missing, one at a time always goes.
        int mayBeMissing = group.Desired - (int)Math.Ceiling(group.Desired * refresh.MinHealthy / 100.0);
        int batch = Math.Max(1, mayBeMissing + Math.Max(0, group.Alive.Count() - group.Desired));
        foreach (ScalingInstance member in group.Alive.Where(member => refresh.Remaining.Contains(member.Id)).OrderBy(member => member.Launched).Take(batch).ToList())
        {
            group = GroupRetirement.Begin(state, group, member, $"At {now} an instance was taken out of service in response to an instance refresh.");
        }

        return group with { Cause = $"At {now} an instance refresh replaced instances." };
    }

    private static int Most(ScalingGroup group, InstanceRefresh refresh) =>
        refresh.Remaining.IsEmpty ? group.Desired : Math.Max(group.Desired, (int)Math.Floor(group.Desired * refresh.MaxHealthy / 100.0));

    private static bool IsReady(SandboxState state, ScalingGroup group, InstanceRefresh refresh, ScalingInstance member) =>
        member.Phase == ScalingPhase.InService && WarmAt(refresh, member) <= state.Now && GroupHealth.IsServing(state, group, member);
}
