using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The elastic IP addresses of a Region.</summary>
internal sealed class DescribeAddresses() : DescribeOperation<Ec2Address>(Ec2Kinds.Address, "AllocationIds", "Addresses", "AllocationId", """
    allocation-id AllocationId
    association-id AssociationId
    domain Domain
    instance-id InstanceId
    network-border-group NetworkBorderGroup
    network-interface-id NetworkInterfaceId
    network-interface-owner-id NetworkInterfaceOwnerId
    private-ip-address PrivateIpAddress
    public-ip PublicIp
    """)
{
    protected override IEnumerable<Ec2Address> Wanted(OperationCall call)
    {
        IEnumerable<Ec2Address> byId = base.Wanted(call);
        return call.Texts("PublicIps") is not { Count: > 0 } given ? byId : given.Select(ip =>
            byId.FirstOrDefault(address => address.PublicIp == ip) ?? throw new ServiceError("InvalidAddress.NotFound", $"Address '{ip}' not found.")).ToList();
    }

    protected override JsonObject Write(OperationCall call, Ec2Address resource) => Addresses.Write(call, resource);
}
