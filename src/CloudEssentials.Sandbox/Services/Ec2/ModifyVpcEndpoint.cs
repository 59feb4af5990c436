using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Changes in which route tables a gateway endpoint is.</summary>
internal sealed class ModifyVpcEndpoint : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Refuse(call, "ResetPolicy", "PolicyDocument", "AddSubnetIds", "RemoveSubnetIds", "AddSecurityGroupIds", "RemoveSecurityGroupIds", "IpAddressType", "DnsOptions", "PrivateDnsEnabled", "SubnetConfigurations");
        Ec2VpcEndpoint endpoint = Ec2Kinds.VpcEndpoint.Require(call, call.RequiredText("VpcEndpointId"));
        if (endpoint.Type != "Gateway")
        {
            throw new ServiceError("InvalidParameter", "Route tables are of gateway endpoints, and not of interface endpoints.");
        }

        NetworkState network = NetworkState.Of(call.State);
        foreach (string id in call.Texts("RemoveRouteTableIds").Distinct())
        {
            Ec2RouteTable table = Ec2Kinds.RouteTable.Require(call, id);
            network.RouteTables[id] = table with
            {
                Routes = table.Routes.RemoveRange(table.Routes.Where(route => route.Value.GatewayId == endpoint.Id).Select(route => route.Key)),
            };
        }

        IEnumerable<string> added = call.Texts("AddRouteTableIds").Except(endpoint.RouteTableIds);
        CreateVpcEndpoint.AddRoutes(call, endpoint, added);
        network.Endpoints[endpoint.Id] = endpoint with { RouteTableIds = endpoint.RouteTableIds.Except(call.Texts("RemoveRouteTableIds")).Union(added) };
        return new JsonObject { ["Return"] = true };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) =>
    [
        new(Ec2Kinds.VpcEndpoint, call.RequiredText("VpcEndpointId")),
        .. call.Texts("AddRouteTableIds").Concat(call.Texts("RemoveRouteTableIds")).Select(id => new Ec2Target(Ec2Kinds.RouteTable, id)),
    ];
}
