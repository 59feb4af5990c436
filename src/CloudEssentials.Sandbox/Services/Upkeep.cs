using CloudEssentials.Sandbox.Models;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services;

/// <summary>
/// What happens in an account without anybody's call: default networks appear, groups replace what is ill. It is caught up with, on the
/// account's clock, before a call of a service that could see it is answered.
/// </summary>
internal abstract class Upkeep
{
    private static readonly HashSet<string> Services = ["ec2", "elbv2", "autoscaling", "cloudwatch"];

    private static readonly FleetUpkeep Fleet = new();

    private static readonly Upkeep[] All = [new Ec2.DefaultNetworks(), Fleet];

    /// <summary>Whether calls of a service could see any of it.</summary>
    public static bool Concerns(ServiceModel service) => Services.Contains(service.Code);

    /// <summary>Those that a call must wait for.</summary>
    public static IReadOnlyList<Upkeep> DueBefore(SandboxState state, ServiceTarget target) => [.. All.Where(upkeep => upkeep.IsDue(state, target))];

    /// <summary>What follows at once from a call that has changed something.</summary>
    public static void SettleAfter(SandboxState state, ServiceTarget target)
    {
        foreach (Upkeep upkeep in All)
        {
            upkeep.Settle(state, target);
        }
    }

    /// <summary>
    /// Changes what no call changes, such as how a zone fares: in every account what is due happens before it, and what follows, after it.
    /// </summary>
    public static T Around<T>(SandboxState whole, string region, Func<T> change)
    {
        var target = new ServiceTarget(ServiceModel.Find("ec2")!, region, SigningRegion: null);
        List<SandboxState> accounts = [whole, .. whole.Members.Values];
        foreach (SandboxState account in accounts)
        {
            Fleet.RunIfDue(account, target);
        }

        T result = change();
        foreach (SandboxState account in accounts)
        {
            Fleet.Settle(account, target);
        }

        return result;
    }

    /// <summary>Does it, if it is still to be done.</summary>
    /// <returns>Whether it was.</returns>
    public bool RunIfDue(SandboxState state, ServiceTarget target)
    {
        bool due = IsDue(state, target);
        if (due)
        {
            Run(state, target);
        }

        return due;
    }

    /// <summary>Whether something is to be done in that Region by now; changes nothing.</summary>
    protected abstract bool IsDue(SandboxState state, ServiceTarget target);

    protected abstract void Run(SandboxState state, ServiceTarget target);

    protected virtual void Settle(SandboxState state, ServiceTarget target)
    {
    }
}
