using System.Net;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A call that says where a route leads.</summary>
internal abstract class RouteOperation : RouteTableOperation
{
    private static readonly string[] Known = ["GatewayId", "NatGatewayId", "NetworkInterfaceId", "InstanceId"];

    /// <summary>The target of a route, which must be in the table's VPC.</summary>
    /// <exception cref="ServiceError">There is none, there are several, or it does not go with the table.</exception>
    protected static Ec2Route Target(OperationCall call, Ec2RouteTable table, string destination)
    {
        Refuse(
            call, "VpcEndpointId", "TransitGatewayId", "LocalGatewayId", "CarrierGatewayId", "CoreNetworkArn", "OdbNetworkArn", "EgressOnlyInternetGatewayId", "VpcPeeringConnectionId");
        string[] given = [.. Known.Where(name => call.Text(name) is { Length: > 0 })];
        return given switch
        {
            [] => throw new ServiceError("MissingParameter", "The request must contain exactly one of gatewayId, natGatewayId, networkInterfaceId, vpcPeeringConnectionId, transitGatewayId, instanceId"),
            ["GatewayId"] => ToGateway(call, table, call.RequiredText("GatewayId"), destination),
            ["NatGatewayId"] => ToNatGateway(call, table, call.RequiredText("NatGatewayId")),
            ["NetworkInterfaceId"] => ToInterface(table, Ec2Kinds.NetworkInterface.Require(call, call.RequiredText("NetworkInterfaceId"))),
            ["InstanceId"] => ToInterface(table, InterfaceOf(call, call.RequiredText("InstanceId"))),
            _ => throw new ServiceError("InvalidParameterCombination", $"The request must contain exactly one target, and not {string.Join(" and ", given)}"),
        };
    }

    protected static JsonObject Done(string? member = null) => member is null ? [] : new JsonObject { [member] = true };

    private static Ec2Route ToGateway(OperationCall call, Ec2RouteTable table, string id, string destination)
    {
        if (Ec2Kinds.InternetGateway.Find(call.State, call.Region, id) is not Ec2InternetGateway gateway)
        {
            throw new ServiceError("InvalidGatewayID.NotFound", $"The gateway ID '{id}' does not exist");
        }

        if (gateway.VpcId != table.VpcId)
        {
            throw Apart($"route table {table.Id} and network gateway {id}");
        }

        // "Route table rules" in the VPC User Guide: what is more specific than the local route leads to an interface or a NAT gateway.
        return Networks.Parse(destination) is IPNetwork range && Networks.IsWithin(range, LocalRange(call, table))
            ? throw new ServiceError(
                "InvalidParameterValue",
                $"The destination CIDR block {destination} is equal to or more specific than one of this VPC's CIDR blocks. This route can target only an interface or an instance.")
            : new Ec2Route(id, null);
    }

    private static Ec2Route ToNatGateway(OperationCall call, Ec2RouteTable table, string id)
    {
        if (Ec2Kinds.NatGateway.Find(call.State, call.Region, id) is not Ec2NatGateway { Deleted: null, FailureCode: null } gateway)
        {
            throw new ServiceError("InvalidNatGatewayID.NotFound", $"The natGateway ID '{id}' does not exist");
        }

        return gateway.VpcId == table.VpcId ? new Ec2Route(null, id) : throw Apart($"route table {table.Id} and NAT gateway {id}");
    }

    private static Ec2Route ToInterface(Ec2RouteTable table, Ec2NetworkInterface made) => made.VpcId == table.VpcId
        ? new Ec2Route(null, null) { NetworkInterfaceId = made.Id }
        : throw Apart($"route table {table.Id} and interface {made.Id}");

    private static Ec2NetworkInterface InterfaceOf(OperationCall call, string instanceId)
    {
        List<Ec2NetworkInterface> attached = [.. Ec2Kinds.NetworkInterface.In(call).Where(made => made.InstanceId == instanceId)];
        return attached.Count switch
        {
            0 => throw new ServiceError("InvalidInstanceID.NotFound", $"The instance ID '{instanceId}' does not exist"),
            1 => attached[0],
            _ => throw new ServiceError("InvalidInstanceID", $"There are multiple interfaces attached to instance '{instanceId}'. Please specify an interface ID for the operation instead."),
        };
    }

    private static ServiceError Apart(string both) => new("InvalidParameterValue", $"{both} belong to different networks");
}
