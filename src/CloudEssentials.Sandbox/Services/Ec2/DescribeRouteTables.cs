using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The route tables of a Region.</summary>
internal sealed class DescribeRouteTables() : DescribeOperation<Ec2RouteTable>(Ec2Kinds.RouteTable, "RouteTableIds", "RouteTables", "RouteTableId", """
    association.gateway-id Associations.GatewayId
    association.route-table-association-id Associations.RouteTableAssociationId
    association.route-table-id Associations.RouteTableId
    association.subnet-id Associations.SubnetId
    association.main Associations.Main
    owner-id OwnerId
    route-table-id RouteTableId
    route.destination-cidr-block Routes.DestinationCidrBlock
    route.destination-ipv6-cidr-block Routes.DestinationIpv6CidrBlock
    route.destination-prefix-list-id Routes.DestinationPrefixListId
    route.egress-only-internet-gateway-id Routes.EgressOnlyInternetGatewayId
    route.gateway-id Routes.GatewayId
    route.instance-id Routes.InstanceId
    route.nat-gateway-id Routes.NatGatewayId
    route.transit-gateway-id Routes.TransitGatewayId
    route.origin Routes.Origin
    route.state Routes.State
    route.vpc-peering-connection-id Routes.VpcPeeringConnectionId
    vpc-id VpcId
    """)
{
    protected override JsonObject Write(OperationCall call, Ec2RouteTable resource) => RouteTables.Write(call, resource);
}
