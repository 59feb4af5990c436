using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Makes a route table, with the local route alone.</summary>
internal sealed class CreateRouteTable : Ec2Operation
{
    private const int Maximum = 200;

    public override JsonObject Execute(OperationCall call)
    {
        Ec2RouteTable table = ClientTokens.MadeBefore(call) is { } before ? Ec2Kinds.RouteTable.Require(call, before) : Make(call);
        return new JsonObject { ["RouteTable"] = RouteTables.Write(call, table), ["ClientToken"] = call.Text("ClientToken") };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.RouteTable), new(Ec2Kinds.Vpc, call.RequiredText("VpcId"))];

    private static Ec2RouteTable Make(OperationCall call)
    {
        Ec2Vpc vpc = Ec2Kinds.Vpc.Require(call, call.RequiredText("VpcId"));
        if (Ec2Kinds.RouteTable.In(call).Count(table => table.VpcId == vpc.Id) >= Maximum)
        {
            throw new ServiceError("RouteTableLimitExceeded", "The maximum number of route tables has been reached.");
        }

        var made = new Ec2RouteTable
        {
            Id = call.NewId("rtb-", 17, IdGenerator.Hexadecimal),
            Region = call.Region,
            VpcId = vpc.Id,
            Tags = Ec2Tags.ForNew(call, "route-table"),
        };
        NetworkState.Of(call.State).RouteTables[made.Id] = made;
        ClientTokens.Remember(call, made.Id);
        return made;
    }
}
