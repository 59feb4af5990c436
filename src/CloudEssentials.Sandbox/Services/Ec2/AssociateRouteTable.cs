using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Lets a subnet use a route table in the place of the VPC's main one.</summary>
internal sealed class AssociateRouteTable : RouteTableOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        Refuse(call, "GatewayId", "PublicIpv4Pool");
        Ec2RouteTable table = Table(call, out ResourceTable<Ec2RouteTable> tables);
        Ec2Subnet subnet = Ec2Kinds.Subnet.Require(call, Required(call, "SubnetId"));
        if (subnet.VpcId != table.VpcId)
        {
            throw new ServiceError("InvalidParameterValue", $"Route table {table.Id} and subnet {subnet.Id} belong to different networks");
        }

        if (Ec2Kinds.RouteTable.In(call).Any(other => other.SubnetIds.ContainsValue(subnet.Id)))
        {
            throw new ServiceError("Resource.AlreadyAssociated", $"the specified association for route table {table.Id} conflicts with an existing association");
        }

        string id = call.NewId("rtbassoc-", 17, IdGenerator.Hexadecimal);
        tables[table.Id] = table with { SubnetIds = table.SubnetIds.Add(id, subnet.Id) };
        return new JsonObject { ["AssociationId"] = id, ["AssociationState"] = RouteTables.Associated() };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) =>
        call.Text("SubnetId") is { } subnet ? base.Targets(call).Append(new Ec2Target(Ec2Kinds.Subnet, subnet)) : base.Targets(call);
}
