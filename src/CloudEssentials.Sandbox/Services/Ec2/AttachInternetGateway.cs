using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Attaches an internet gateway to a VPC that has none.</summary>
internal sealed class AttachInternetGateway : AttachmentOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2InternetGateway gateway = Ec2Kinds.InternetGateway.Require(call, call.RequiredText("InternetGatewayId"), out ResourceTable<Ec2InternetGateway> gateways);
        Ec2Vpc vpc = Ec2Kinds.Vpc.Require(call, call.RequiredText("VpcId"));
        if (gateway.VpcId is not null)
        {
            throw new ServiceError("Resource.AlreadyAssociated", $"resource {gateway.Id} is already attached to network {gateway.VpcId}");
        }

        if (Networks.GatewayOf(call.State, vpc.Id) is not null)
        {
            throw new ServiceError("InvalidParameterValue", $"Network {vpc.Id} already has an internet gateway attached");
        }

        gateways[gateway.Id] = gateway with { VpcId = vpc.Id };
        return [];
    }
}
