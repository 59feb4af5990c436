using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>The section that holds load balancers, target groups and listeners by their ARNs, and targets.</summary>
internal sealed class ElbState : StateSection
{
    private const string SectionName = "elbv2";

    private ElbState(SandboxState state)
        : base(state, SectionName)
    {
        LoadBalancers = Table<ElbLoadBalancer>("load-balancers", StringComparer.Ordinal);
        TargetGroups = Table<ElbTargetGroup>("target-groups", StringComparer.Ordinal);
        Listeners = Table<ElbListener>("listeners", StringComparer.Ordinal);
        Targets = Table<ElbTarget>("targets", StringComparer.Ordinal);
    }

    public ResourceTable<ElbLoadBalancer> LoadBalancers { get; }

    public ResourceTable<ElbTargetGroup> TargetGroups { get; }

    public ResourceTable<ElbListener> Listeners { get; }

    /// <summary>The targets of all groups, by group, id and port; those among them that are being deregistered.</summary>
    public ResourceTable<ElbTarget> Targets { get; }

    public static ElbState Of(SandboxState state) => state.Section(made => new ElbState(made), SectionName);

    /// <summary>The listeners that forward to a target group.</summary>
    public IEnumerable<ElbListener> ListenersOf(ElbTargetGroup group) =>
        Listeners.Current.Values.Where(listener => ListenerActions.Forwards(listener).Contains(group.Arn));

    /// <summary>The load balancers that send to a target group.</summary>
    public IEnumerable<ElbLoadBalancer> LoadBalancersOf(ElbTargetGroup group) => ListenersOf(group)
        .Select(listener => listener.LoadBalancerArn)
        .Distinct()
        .Select(arn => LoadBalancers.TryGet(arn, out ElbLoadBalancer? balancer) ? balancer : null)
        .OfType<ElbLoadBalancer>();

    /// <summary>The targets of a group that are registered or being deregistered.</summary>
    public IEnumerable<ElbTarget> TargetsOf(string targetGroupArn) => Targets.Current.Values.Where(target => target.TargetGroupArn == targetGroupArn);
}
