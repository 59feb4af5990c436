using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Takes a route from a route table.</summary>
internal sealed class DeleteRoute : RouteTableOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2RouteTable table = Table(call, out ResourceTable<Ec2RouteTable> tables);
        string destination = Destination(call);
        if (LocalRange(call, table).ToString() == destination)
        {
            throw new ServiceError("InvalidParameterValue", $"cannot remove local route {destination} in route table {table.Id}");
        }

        if (!table.Routes.ContainsKey(destination))
        {
            throw new ServiceError("InvalidRoute.NotFound", $"no route with destination-cidr-block {destination} in route table {table.Id}");
        }

        tables[table.Id] = table with { Routes = table.Routes.Remove(destination) };
        return [];
    }
}
