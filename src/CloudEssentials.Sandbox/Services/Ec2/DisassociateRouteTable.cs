using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Lets a subnet use the VPC's main route table again.</summary>
internal sealed class DisassociateRouteTable : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        string id = call.RequiredText("AssociationId");
        if (Ec2Kinds.RouteTable.In(call).Any(table => table.MainAssociationId == id))
        {
            throw new ServiceError("InvalidParameterValue", $"cannot disassociate the main route table association {id}");
        }

        Ec2RouteTable table = TableOf(call, id) ?? throw new ServiceError("InvalidAssociationID.NotFound", $"The association ID '{id}' does not exist");
        NetworkState.Of(call.State).RouteTables[table.Id] = table with { SubnetIds = table.SubnetIds.Remove(id) };
        return [];
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call)
    {
        string id = call.RequiredText("AssociationId");
        return TableOf(call, id) is not { } table ? [new(Ec2Kinds.RouteTable)]
            : [new(Ec2Kinds.RouteTable, table.Id), .. table.SubnetIds.TryGetValue(id, out string? subnet) ? [new Ec2Target(Ec2Kinds.Subnet, subnet)] : Array.Empty<Ec2Target>()];
    }

    private static Ec2RouteTable? TableOf(OperationCall call, string id) => Ec2Kinds.RouteTable.In(call).FirstOrDefault(table => table.SubnetIds.ContainsKey(id));
}
