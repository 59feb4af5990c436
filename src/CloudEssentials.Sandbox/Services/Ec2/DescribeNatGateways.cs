using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The NAT gateways of a Region, those that have failed or were deleted in the last hour among them.</summary>
internal sealed class DescribeNatGateways() : DescribeOperation<Ec2NatGateway>(Ec2Kinds.NatGateway, "NatGatewayIds", "NatGateways", "NatGatewayId", """
    nat-gateway-id NatGatewayId
    state State
    subnet-id SubnetId
    vpc-id VpcId
    """)
{
    protected override JsonObject Write(OperationCall call, Ec2NatGateway resource) => NatGateways.Write(call, resource);
}
