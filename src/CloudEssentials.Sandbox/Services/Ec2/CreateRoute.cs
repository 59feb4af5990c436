using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Adds a route to a route table.</summary>
internal sealed class CreateRoute : RouteOperation
{
    private const int Maximum = 500;

    public override JsonObject Execute(OperationCall call)
    {
        Ec2RouteTable table = Table(call, out ResourceTable<Ec2RouteTable> tables);
        string destination = Destination(call);
        if (table.Routes.ContainsKey(destination) || LocalRange(call, table).ToString() == destination)
        {
            throw new ServiceError("RouteAlreadyExists", $"The route identified by {destination} already exists.");
        }

        Ec2Route route = Target(call, table, destination);
        if (table.Routes.Count >= Maximum)
        {
            throw new ServiceError("RouteLimitExceeded", $"The maximum number of routes has been reached for the route table {table.Id}.");
        }

        tables[table.Id] = table with { Routes = table.Routes.Add(destination, route) };
        return Done("Return");
    }
}
