using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Deletes a route table that no subnet uses, and that is not the VPC's main one.</summary>
internal sealed class DeleteRouteTable : RouteTableOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2RouteTable table = Table(call, out ResourceTable<Ec2RouteTable> tables);
        bool isInUse = table.MainAssociationId is not null || !table.SubnetIds.IsEmpty
            || Ec2Kinds.VpcEndpoint.In(call).Any(endpoint => endpoint.RouteTableIds.Contains(table.Id));
        if (isInUse)
        {
            throw new ServiceError("DependencyViolation", $"The routeTable '{table.Id}' has dependencies and cannot be deleted.");
        }

        tables.Remove(table.Id);
        return [];
    }
}
