using System.Globalization;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>What a health check of a target meets with now.</summary>
internal static class TargetProbe
{
    private const int Served = 200;

    /// <summary>The condition of a target, and what more is to be said of it.</summary>
    public static (TargetCondition Condition, string? Detail) Probe(SandboxState state, ElbTargetGroup group, ElbTarget target)
    {
        Ec2NetworkInterface? reached = InterfaceOf(state, group, target.Id);
        Ec2Instance? instance = InstanceOf(state, group, reached, target.Id);
        string? life = instance is null ? null : InstanceLifecycle.StateOf(state, instance);
        if (group.TargetType == "instance" && life is not (InstanceLifecycle.Pending or InstanceLifecycle.Running))
        {
            return (TargetCondition.InvalidState, life ?? InstanceLifecycle.Terminated);
        }

        List<ElbLoadBalancer> balancers = [.. ElbState.Of(state).LoadBalancersOf(group)];
        if (balancers.Count == 0)
        {
            return (TargetCondition.NotInUse, null);
        }

        if (reached is not null && !balancers.Exists(balancer => HasZone(state, balancer, reached.Zone)))
        {
            return (TargetCondition.ZoneNotEnabled, null);
        }

        if (!balancers.Exists(balancer => ElbView.IsActive(state, balancer)))
        {
            return (TargetCondition.Registering, null);
        }

        return instance is null || reached is null || !IsReached(state, group, target, balancers, reached)
            ? (TargetCondition.Silent, null)
            : Ask(state, group, target, instance);
    }

    /// <summary>The instance behind a target, if it is one.</summary>
    public static Ec2Instance? InstanceOf(SandboxState state, ElbTargetGroup group, string id) => InstanceOf(state, group, InterfaceOf(state, group, id), id);

    /// <summary>The port on which a target is checked.</summary>
    public static int PortOf(ElbTargetGroup group, ElbTarget target) =>
        int.TryParse(group.HealthCheck.Port, NumberStyles.None, CultureInfo.InvariantCulture, out int port) ? port : target.Port;

    private static bool HasZone(SandboxState state, ElbLoadBalancer balancer, string zone) =>
        balancer.SubnetIds.Any(id => NetworkState.Of(state).Subnets.TryGet(id, out Ec2Subnet? subnet) && subnet.Zone == zone);

    private static Ec2NetworkInterface? InterfaceOf(SandboxState state, ElbTargetGroup group, string id) => NetworkInterfaces.In(state, group.Region)
        .Where(made => group.TargetType == "instance" ? made.InstanceId == id : made.VpcId == group.VpcId && made.PrivateIp == id)
        .OrderBy(made => made.DeviceIndex)
        .FirstOrDefault();

    private static Ec2Instance? InstanceOf(SandboxState state, ElbTargetGroup group, Ec2NetworkInterface? reached, string id) =>
        (group.TargetType == "instance" ? id : reached?.InstanceId) is { } instanceId
            && InstanceState.Of(state).Instances.TryGet(instanceId, out Ec2Instance? instance)
            && InstanceLifecycle.IsThere(state, instance)
        ? instance
        : null;

    // Every node of the load balancer checks for itself; here one that gets through is enough.
    private static bool IsReached(SandboxState state, ElbTargetGroup group, ElbTarget target, List<ElbLoadBalancer> balancers, Ec2NetworkInterface reached) =>
        !Zones.IsImpaired(state, reached.Zone)
        && balancers.SelectMany(balancer => ElbNetwork.InterfacesOf(state, balancer))
            .Any(node => !Zones.IsImpaired(state, node.Zone) && Routing.LetsIn(state, reached.SecurityGroupIds, PortOf(group, target), node));

    private static (TargetCondition Condition, string? Detail) Ask(SandboxState state, ElbTargetGroup group, ElbTarget target, Ec2Instance instance)
    {
        // What instances serve in the sandbox, they serve on every path.
        return !InstanceHealth.Listens(state, instance, PortOf(group, target)) ? (TargetCondition.Silent, null)
            : group.HealthCheck.Matcher is not { } matcher || Matches(matcher, Served) ? (TargetCondition.Answers, null)
            : (TargetCondition.WrongCode, Served.ToString(CultureInfo.InvariantCulture));
    }

    private static bool Matches(string matcher, int code) => matcher.Split(',').Select(part => part.Trim().Split('-')).Any(range =>
        int.Parse(range[0], CultureInfo.InvariantCulture) <= code && code <= int.Parse(range[^1], CultureInfo.InvariantCulture));
}
