using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The network interfaces of a Region: those of instances, and of what AWS runs in the subnets.</summary>
internal sealed class DescribeNetworkInterfaces() : DescribeOperation<Ec2NetworkInterface>(
    Ec2Kinds.NetworkInterface, "NetworkInterfaceIds", "NetworkInterfaces", "NetworkInterfaceId", """
    association.allocation-id Association.AllocationId
    association.association-id Association.AssociationId
    association.ip-owner-id Association.IpOwnerId
    association.public-ip Association.PublicIp
    association.public-dns-name Association.PublicDnsName
    addresses.association.owner-id PrivateIpAddresses.Association.IpOwnerId
    addresses.association.public-ip PrivateIpAddresses.Association.PublicIp
    addresses.primary PrivateIpAddresses.Primary
    addresses.private-ip-address PrivateIpAddresses.PrivateIpAddress
    attachment.attach-time Attachment.AttachTime
    attachment.attachment-id Attachment.AttachmentId
    attachment.delete-on-termination Attachment.DeleteOnTermination
    attachment.device-index Attachment.DeviceIndex
    attachment.instance-id Attachment.InstanceId
    attachment.instance-owner-id Attachment.InstanceOwnerId
    attachment.status Attachment.Status
    availability-zone AvailabilityZone
    availability-zone-id AvailabilityZoneId
    description Description
    group-id Groups.GroupId
    group-name Groups.GroupName
    ipv6-addresses.ipv6-address Ipv6Addresses.Ipv6Address
    interface-type InterfaceType
    mac-address MacAddress
    network-interface-id NetworkInterfaceId
    operator.managed Operator.Managed
    operator.principal Operator.Principal
    owner-id OwnerId
    private-dns-name PrivateDnsName
    private-ip-address PrivateIpAddress
    requester-id RequesterId
    requester-managed RequesterManaged
    source-dest-check SourceDestCheck
    status Status
    subnet-id SubnetId
    vpc-id VpcId
    """)
{
    protected override JsonObject Write(OperationCall call, Ec2NetworkInterface resource)
    {
        Ec2NetworkInterface made = resource;
        JsonObject? association = Association(call, made);
        return new JsonObject
        {
            ["NetworkInterfaceId"] = made.Id,
            ["OwnerId"] = call.AccountId,
            ["VpcId"] = made.VpcId,
            ["SubnetId"] = made.SubnetId,
            ["AvailabilityZone"] = made.Zone,
            ["AvailabilityZoneId"] = Zones.Find(made.Zone)?.SampleId,
            ["Description"] = made.Description,
            ["InterfaceType"] = made.Kind,
            ["RequesterId"] = made.RequesterId,
            ["RequesterManaged"] = made.RequesterId is not null,
            ["Operator"] = new JsonObject { ["Managed"] = false },
            ["Status"] = made.AttachmentId is null ? "available" : "in-use",
            ["SourceDestCheck"] = made.SourceDestCheck,
            ["MacAddress"] = NetworkInterfaces.MacAddress(made),
            ["PrivateIpAddress"] = made.PrivateIp,
            ["PrivateDnsName"] = NetworkInterfaces.PrivateDnsName(made.Region, made.PrivateIp),
            ["PrivateIpAddresses"] = new JsonArray(new JsonObject
            {
                ["Primary"] = true,
                ["PrivateIpAddress"] = made.PrivateIp,
                ["PrivateDnsName"] = NetworkInterfaces.PrivateDnsName(made.Region, made.PrivateIp),
                ["Association"] = association?.DeepClone(),
            }),
            ["Ipv6Addresses"] = new JsonArray(),
            ["Association"] = association,
            ["Attachment"] = Attachment(call, made),
            ["Groups"] = new JsonArray([.. made.SecurityGroupIds.Select(id => NetworkInterfaces.Group(call.State, id))]),
            ["TagSet"] = Ec2Tags.Write(made),
        };
    }

    private static JsonObject? Association(OperationCall call, Ec2NetworkInterface made)
    {
        Ec2Address? address = Addresses.Of(call.State, made);
        return made.PublicIp is null ? null : new JsonObject
        {
            ["PublicIp"] = made.PublicIp,
            ["PublicDnsName"] = NetworkInterfaces.PublicDnsName(made.Region, made.PublicIp),
            ["IpOwnerId"] = address is null ? "amazon" : call.AccountId,
            ["AllocationId"] = address?.Id,
            ["AssociationId"] = address is null ? null : Addresses.AssociationId(made.Id),
        };
    }

    private static JsonObject? Attachment(OperationCall call, Ec2NetworkInterface made) => made.AttachmentId is null ? null : new JsonObject
    {
        ["AttachmentId"] = made.AttachmentId,
        ["AttachTime"] = made.Created,
        ["DeleteOnTermination"] = made.DeleteOnTermination,
        ["DeviceIndex"] = made.DeviceIndex,
        ["NetworkCardIndex"] = 0,
        ["InstanceId"] = made.InstanceId,
        ["InstanceOwnerId"] = made.RequesterId ?? call.AccountId,
        ["Status"] = "attached",
    };
}
