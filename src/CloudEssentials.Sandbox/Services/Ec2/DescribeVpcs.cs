using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The VPCs of a Region.</summary>
internal sealed class DescribeVpcs() : DescribeOperation<Ec2Vpc>(Ec2Kinds.Vpc, "VpcIds", "Vpcs", "VpcId", """
    cidr CidrBlock
    cidr-block-association.cidr-block CidrBlockAssociationSet.CidrBlock
    cidr-block-association.association-id CidrBlockAssociationSet.AssociationId
    cidr-block-association.state CidrBlockAssociationSet.CidrBlockState.State
    dhcp-options-id DhcpOptionsId
    ipv6-cidr-block-association.ipv6-cidr-block Ipv6CidrBlockAssociationSet.Ipv6CidrBlock
    ipv6-cidr-block-association.ipv6-pool Ipv6CidrBlockAssociationSet.Ipv6Pool
    ipv6-cidr-block-association.association-id Ipv6CidrBlockAssociationSet.AssociationId
    ipv6-cidr-block-association.state Ipv6CidrBlockAssociationSet.Ipv6CidrBlockState.State
    is-default IsDefault
    isDefault IsDefault
    owner-id OwnerId
    state State
    vpc-id VpcId
    """)
{
    protected override JsonObject Write(OperationCall call, Ec2Vpc resource) => Vpcs.Write(call, resource);
}
