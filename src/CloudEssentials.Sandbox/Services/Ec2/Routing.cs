using System.Net;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Where packets can go: what route tables and security groups let through.</summary>
internal static class Routing
{
    private const int Https = 443;

    /// <summary>The route table of a subnet: its own, else the VPC's main one.</summary>
    public static Ec2RouteTable? TableOf(SandboxState state, Ec2Subnet subnet)
    {
        List<Ec2RouteTable> tables = [.. NetworkState.Of(state).RouteTables.Current.Values.Where(table => table.VpcId == subnet.VpcId)];
        return tables.Find(table => table.SubnetIds.ContainsValue(subnet.Id)) ?? tables.Find(table => table.MainAssociationId is not null);
    }

    /// <summary>Whether a subnet's default route leads to an internet gateway of its VPC.</summary>
    public static bool IsPublic(SandboxState state, Ec2Subnet subnet) =>
        DefaultRoute(state, subnet)?.GatewayId is { } id
        && NetworkState.Of(state).InternetGateways.TryGet(id, out Ec2InternetGateway? gateway) && gateway.VpcId == subnet.VpcId;

    /// <summary>Whether an interface can fetch things from the internet over HTTPS: by its public address, or through a NAT gateway.</summary>
    public static bool ReachesInternet(SandboxState state, Ec2NetworkInterface from) =>
        NetworkState.Of(state).Subnets.TryGet(from.SubnetId, out Ec2Subnet? subnet)
        && LetsOut(state, from.SecurityGroupIds, Https)
        && (from.PublicIp is not null && IsPublic(state, subnet) || ReachesThroughNat(state, subnet));

    /// <summary>Whether security groups let TCP in from an address.</summary>
    public static bool LetsIn(SandboxState state, IEnumerable<string> groupIds, int port, string address) =>
        Rules(state, groupIds, port, isEgress: false).Any(rule => rule.CidrIpv4 is { } range && Contains(range, address));

    /// <summary>Whether security groups let TCP in from an interface in the same network: by its address or by one of its groups.</summary>
    public static bool LetsIn(SandboxState state, IEnumerable<string> groupIds, int port, Ec2NetworkInterface from) =>
        LetsIn(state, groupIds, port, from.PrivateIp)
        || Rules(state, groupIds, port, isEgress: false).Any(rule => rule.GroupId is { } group && from.SecurityGroupIds.Contains(group));

    /// <summary>Whether an address is in a range such as <c>10.1.0.0/16</c>.</summary>
    public static bool Contains(string range, string address) => IPNetwork.TryParse(range, out IPNetwork network) && network.Contains(IPAddress.Parse(address));

    private static bool ReachesThroughNat(SandboxState state, Ec2Subnet subnet)
    {
        NetworkState network = NetworkState.Of(state);
        return DefaultRoute(state, subnet)?.NatGatewayId is { } id
            && network.NatGateways.TryGet(id, out Ec2NatGateway? gateway)
            && gateway is { Deleted: null, AllocationId: not null }
            && network.Subnets.TryGet(gateway.SubnetId, out Ec2Subnet? home)
            && IsPublic(state, home)
            && !Zones.IsImpaired(state, home.Zone);
    }

    private static bool LetsOut(SandboxState state, IEnumerable<string> groupIds, int port) =>
        Rules(state, groupIds, port, isEgress: true).Any(rule => rule.CidrIpv4 == SecurityGroups.Any);

    private static IEnumerable<Ec2SecurityGroupRule> Rules(SandboxState state, IEnumerable<string> groupIds, int port, bool isEgress) => groupIds
        .Select(id => NetworkState.Of(state).SecurityGroups.TryGet(id, out Ec2SecurityGroup? group) ? group : null)
        .OfType<Ec2SecurityGroup>()
        .SelectMany(group => group.Rules.Values)
        .Where(rule => rule.IsEgress == isEgress)
        .Where(rule => rule.Protocol == "-1" || (rule.Protocol is "tcp" or "6" && rule.FromPort <= port && port <= rule.ToPort));

    private static Ec2Route? DefaultRoute(SandboxState state, Ec2Subnet subnet) => TableOf(state, subnet)?.Routes.GetValueOrDefault(SecurityGroups.Any);
}
