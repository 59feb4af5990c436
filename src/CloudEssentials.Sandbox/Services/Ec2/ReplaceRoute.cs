using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Lets a route lead elsewhere.</summary>
internal sealed class ReplaceRoute : RouteOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2RouteTable table = Table(call, out ResourceTable<Ec2RouteTable> tables);
        string destination = Destination(call);
        if (LocalRange(call, table).ToString() == destination)
        {
            // The local route leads to its default target already.
            return call.Flag("LocalTarget") ? Done() : throw new ServiceError("UnsupportedOperation", "The sandbox does not give local routes other targets.");
        }

        if (!table.Routes.ContainsKey(destination))
        {
            throw new ServiceError("InvalidParameterValue", $"There is no route defined for '{destination}' in the route table. Use CreateRoute instead.");
        }

        tables[table.Id] = table with { Routes = table.Routes.SetItem(destination, Target(call, table, destination)) };
        return Done();
    }
}
