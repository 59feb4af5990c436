using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The internet gateways of a Region.</summary>
internal sealed class DescribeInternetGateways() : DescribeOperation<Ec2InternetGateway>(
    Ec2Kinds.InternetGateway, "InternetGatewayIds", "InternetGateways", "InternetGatewayId", """
    attachment.state Attachments.State
    attachment.vpc-id Attachments.VpcId
    internet-gateway-id InternetGatewayId
    owner-id OwnerId
    """)
{
    protected override JsonObject Write(OperationCall call, Ec2InternetGateway resource) => InternetGateways.Write(call, resource);
}
