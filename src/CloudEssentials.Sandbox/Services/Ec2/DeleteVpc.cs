using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Deletes a VPC in which nothing is left but what it was made with.</summary>
internal sealed class DeleteVpc : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2Vpc vpc = Ec2Kinds.Vpc.Require(call, call.RequiredText("VpcId"));
        NetworkState network = NetworkState.Of(call.State);
        List<Ec2RouteTable> tables = [.. Ec2Kinds.RouteTable.In(call).Where(table => table.VpcId == vpc.Id)];
        List<Ec2SecurityGroup> groups = [.. Ec2Kinds.SecurityGroup.In(call).Where(group => group.VpcId == vpc.Id)];
        bool isInUse = tables.Exists(table => table.MainAssociationId is null)
            || groups.Exists(group => !SecurityGroups.IsDefault(group))
            || Networks.GatewayOf(call.State, vpc.Id) is not null
            || Ec2Kinds.Subnet.In(call).Any(subnet => subnet.VpcId == vpc.Id)
            || Ec2Kinds.VpcEndpoint.In(call).Any(endpoint => endpoint.VpcId == vpc.Id);
        if (isInUse)
        {
            throw new ServiceError("DependencyViolation", $"The vpc '{vpc.Id}' has dependencies and cannot be deleted.");
        }

        tables.ForEach(table => network.RouteTables.Remove(table.Id));
        groups.ForEach(group => network.SecurityGroups.Remove(group.Id));
        network.Vpcs.Remove(vpc.Id);
        return [];
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.Vpc, call.RequiredText("VpcId"))];
}
