using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Detaches an internet gateway from a VPC in which nothing has a public address.</summary>
internal sealed class DetachInternetGateway : AttachmentOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2InternetGateway gateway = Ec2Kinds.InternetGateway.Require(call, call.RequiredText("InternetGatewayId"), out ResourceTable<Ec2InternetGateway> gateways);
        Ec2Vpc vpc = Ec2Kinds.Vpc.Require(call, call.RequiredText("VpcId"));
        if (gateway.VpcId != vpc.Id)
        {
            throw new ServiceError("Gateway.NotAttached", $"resource {gateway.Id} is not attached to network {vpc.Id}");
        }

        if (Networks.HasPublicAddresses(call.State, vpc))
        {
            throw new ServiceError(
                "DependencyViolation",
                $"Network {vpc.Id} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.");
        }

        gateways[gateway.Id] = gateway with { VpcId = null };
        return [];
    }
}
