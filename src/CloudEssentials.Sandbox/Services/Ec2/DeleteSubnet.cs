using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Deletes a subnet in which no network interface is left.</summary>
internal sealed class DeleteSubnet : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2Subnet subnet = Ec2Kinds.Subnet.Require(call, call.RequiredText("SubnetId"), out ResourceTable<Ec2Subnet> subnets);
        if (Ec2Kinds.NetworkInterface.In(call).Any(made => made.SubnetId == subnet.Id))
        {
            throw new ServiceError("DependencyViolation", $"The subnet '{subnet.Id}' has dependencies and cannot be deleted.");
        }

        subnets.Remove(subnet.Id);
        foreach (Ec2RouteTable table in Ec2Kinds.RouteTable.In(call).Where(table => table.SubnetIds.ContainsValue(subnet.Id)).ToList())
        {
            NetworkState.Of(call.State).RouteTables[table.Id] = table with
            {
                SubnetIds = table.SubnetIds.RemoveRange(table.SubnetIds.Where(pair => pair.Value == subnet.Id).Select(pair => pair.Key)),
            };
        }

        return [];
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.Subnet, call.RequiredText("SubnetId"))];
}
