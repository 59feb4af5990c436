using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Deletes a NAT gateway; its address stays, and the routes that lead to it are black holes.</summary>
internal sealed class DeleteNatGateway : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2NatGateway gateway = Ec2Kinds.NatGateway.Require(call, call.RequiredText("NatGatewayId"), out ResourceTable<Ec2NatGateway> gateways);
        if (gateway.Deleted is null)
        {
            Ec2NatGateway ended = gateway with { Deleted = call.Now };
            gateways[gateway.Id] = ended;
            NetworkInterfaces.End(call.State, gateway.NetworkInterfaceId, NatGateways.EndOf(call.State, ended)!.Value);
        }

        return new JsonObject { ["NatGatewayId"] = gateway.Id };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.NatGateway, call.RequiredText("NatGatewayId"))];
}
