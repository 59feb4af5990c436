using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The VPC endpoints of a Region.</summary>
internal sealed class DescribeVpcEndpoints() : DescribeOperation<Ec2VpcEndpoint>(Ec2Kinds.VpcEndpoint, "VpcEndpointIds", "VpcEndpoints", "VpcEndpointId", """
    ip-address-type IpAddressType
    service-name ServiceName
    service-region ServiceRegion
    vpc-id VpcId
    vpc-endpoint-id VpcEndpointId
    vpc-endpoint-state State
    vpc-endpoint-type VpcEndpointType
    """)
{
    protected override JsonObject Write(OperationCall call, Ec2VpcEndpoint resource) => VpcEndpoints.Write(call, resource);
}
