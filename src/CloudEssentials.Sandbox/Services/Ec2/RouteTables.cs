using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What several operations need of route tables.</summary>
internal static class RouteTables
{
    public static JsonObject Write(OperationCall call, Ec2RouteTable table) => new()
    {
        ["RouteTableId"] = table.Id,
        ["VpcId"] = table.VpcId,
        ["OwnerId"] = call.AccountId,
        ["Associations"] = new JsonArray([.. Associations(table)]),
        ["PropagatingVgws"] = new JsonArray(),
        ["Routes"] = new JsonArray([.. LocalRoute(call.State, table), .. table.Routes.Select(route => WriteRoute(call, table, route.Key, route.Value))]),
        ["Tags"] = Ec2Tags.Write(table),
    };

    private static IEnumerable<JsonObject> Associations(Ec2RouteTable table)
    {
        IEnumerable<JsonObject> main = table.MainAssociationId is { } id ? [Association(table, id, null)] : [];
        return main.Concat(table.SubnetIds.Select(pair => Association(table, pair.Key, pair.Value)));
    }

    private static JsonObject Association(Ec2RouteTable table, string id, string? subnetId) => new()
    {
        ["Main"] = subnetId is null,
        ["RouteTableAssociationId"] = id,
        ["RouteTableId"] = table.Id,
        ["SubnetId"] = subnetId,
        ["AssociationState"] = Associated(),
    };

    public static JsonObject Associated() => new() { ["State"] = "associated" };

    // A reader who lags behind may still see the table of a VPC that is gone.
    private static IEnumerable<JsonObject> LocalRoute(SandboxState state, Ec2RouteTable table) => !NetworkState.Of(state).Vpcs.TryGet(table.VpcId, out Ec2Vpc? vpc) ? [] :
    [
        new()
        {
            ["DestinationCidrBlock"] = vpc.CidrBlock,
            ["GatewayId"] = "local",
            ["Origin"] = "CreateRouteTable",
            ["State"] = "active",
        },
    ];

    private static JsonObject WriteRoute(OperationCall call, Ec2RouteTable table, string destination, Ec2Route route)
    {
        NetworkState network = NetworkState.Of(call.State);
        Ec2NetworkInterface? attached = route.NetworkInterfaceId is { } id && network.NetworkInterfaces.TryGet(id, out Ec2NetworkInterface? made) ? made : null;
        return new JsonObject
        {
            [destination switch
            {
                _ when destination.StartsWith("pl-", StringComparison.Ordinal) => "DestinationPrefixListId",
                _ when destination.Contains(':') => "DestinationIpv6CidrBlock",
                _ => "DestinationCidrBlock",
            }] = destination,
            ["GatewayId"] = route.GatewayId,
            ["NatGatewayId"] = route.NatGatewayId,
            ["NetworkInterfaceId"] = route.NetworkInterfaceId,
            ["InstanceId"] = attached?.InstanceId,
            ["InstanceOwnerId"] = attached?.InstanceId is null ? null : call.AccountId,
            ["Origin"] = route.Origin,
            ["State"] = IsActive(call.State, table, route) ? "active" : "blackhole",
        };
    }

    // "The blackhole state indicates that the route's target isn't available": API_Route.
    private static bool IsActive(SandboxState state, Ec2RouteTable table, Ec2Route route)
    {
        NetworkState network = NetworkState.Of(state);
        return route switch
        {
            { NatGatewayId: { } nat } => network.NatGateways.TryGet(nat, out Ec2NatGateway? gateway) && NatGateways.StateOf(state, gateway) is NatGateways.Available or NatGateways.Pending,
            { NetworkInterfaceId: { } id } => network.NetworkInterfaces.TryGet(id, out Ec2NetworkInterface? made)
                && NetworkInterfaces.IsThere(made, state.Now) && made.InstanceId is not null,
            { GatewayId: { } id } when id.StartsWith(Ec2Kinds.VpcEndpoint.Prefix, StringComparison.Ordinal) => network.Endpoints.Contains(id),
            { GatewayId: { } id } => network.InternetGateways.TryGet(id, out Ec2InternetGateway? gateway) && gateway.VpcId == table.VpcId,
            _ => false,
        };
    }
}
