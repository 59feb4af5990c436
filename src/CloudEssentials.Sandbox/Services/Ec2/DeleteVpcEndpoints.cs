using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Deletes VPC endpoints with their routes and interfaces; what is not there is answered, and no reason to keep the others.</summary>
internal sealed class DeleteVpcEndpoints : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        NetworkState network = NetworkState.Of(call.State);
        var unknown = new JsonArray();
        foreach (string id in call.Texts("VpcEndpointIds").Distinct())
        {
            if (Ec2Kinds.VpcEndpoint.Find(call.State, call.Region, id) is not Ec2VpcEndpoint endpoint)
            {
                unknown.Add(new JsonObject
                {
                    ["ResourceId"] = id,
                    ["Error"] = new JsonObject { ["Code"] = "InvalidVpcEndpoint.NotFound", ["Message"] = $"The Vpc Endpoint Id '{id}' does not exist" },
                });
                continue;
            }

            network.Endpoints.Remove(id);
            foreach (Ec2RouteTable table in endpoint.RouteTableIds.Select(table => network.RouteTables[table]))
            {
                network.RouteTables[table.Id] = table with
                {
                    Routes = table.Routes.RemoveRange(table.Routes.Where(route => route.Value.GatewayId == id).Select(route => route.Key)),
                };
            }

            foreach (string made in endpoint.NetworkInterfaceIds)
            {
                NetworkInterfaces.End(call.State, made, call.Now);
            }
        }

        return new JsonObject { ["Unsuccessful"] = unknown };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => call.Texts("VpcEndpointIds").Select(id => new Ec2Target(Ec2Kinds.VpcEndpoint, id));
}
