using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What several operations need of subnets.</summary>
internal static class Subnets
{
    public static JsonObject Write(OperationCall call, Ec2Subnet subnet) => new()
    {
        ["SubnetId"] = subnet.Id,
        ["SubnetArn"] = Ec2Kinds.Subnet.Arn(call, subnet.Id),
        ["OwnerId"] = call.AccountId,
        ["VpcId"] = subnet.VpcId,
        ["State"] = "available",
        ["CidrBlock"] = subnet.CidrBlock,
        ["Ipv6CidrBlockAssociationSet"] = new JsonArray(),
        ["AvailableIpAddressCount"] = NetworkInterfaces.FreeAddresses(call.State, subnet),
        ["AvailabilityZone"] = subnet.Zone,
        ["AvailabilityZoneId"] = subnet.ZoneId,
        ["DefaultForAz"] = subnet.IsDefaultForZone,
        ["MapPublicIpOnLaunch"] = subnet.MapsPublicIp,
        ["MapCustomerOwnedIpOnLaunch"] = false,
        ["AssignIpv6AddressOnCreation"] = false,
        ["EnableDns64"] = false,
        ["Ipv6Native"] = false,
        ["PrivateDnsNameOptionsOnLaunch"] = new JsonObject
        {
            ["HostnameType"] = subnet.HostnameType,
            ["EnableResourceNameDnsARecord"] = subnet.AnswersResourceNames,
            ["EnableResourceNameDnsAAAARecord"] = false,
        },
        ["BlockPublicAccessStates"] = Vpcs.BlockPublicAccess(),
        ["Tags"] = Ec2Tags.Write(subnet),
    };
}
