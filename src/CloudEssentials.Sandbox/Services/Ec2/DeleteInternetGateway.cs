using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Deletes an internet gateway that is attached to nothing.</summary>
internal sealed class DeleteInternetGateway : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2InternetGateway gateway = Ec2Kinds.InternetGateway.Require(call, call.RequiredText("InternetGatewayId"), out ResourceTable<Ec2InternetGateway> gateways);
        if (gateway.VpcId is not null)
        {
            throw new ServiceError("DependencyViolation", $"The internetGateway '{gateway.Id}' has dependencies and cannot be deleted.");
        }

        gateways.Remove(gateway.Id);
        return [];
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.InternetGateway, call.RequiredText("InternetGatewayId"))];
}
