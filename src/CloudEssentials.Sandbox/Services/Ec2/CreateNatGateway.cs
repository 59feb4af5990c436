using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Makes a NAT gateway in a subnet, public or private, with a network interface of its own.</summary>
internal sealed class CreateNatGateway : Ec2Operation
{
    private const int Maximum = 5;

    public override JsonObject Execute(OperationCall call)
    {
        Refuse(call, "AvailabilityZoneAddresses", "SecondaryAllocationIds", "SecondaryPrivateIpAddresses", "SecondaryPrivateIpAddressCount");
        if (call.Text("AvailabilityMode") == "regional")
        {
            Refuse(call, "AvailabilityMode");
        }

        Ec2NatGateway gateway = ClientTokens.MadeBefore(call) is { } before ? Ec2Kinds.NatGateway.Require(call, before) : Make(call);
        return new JsonObject { ["NatGateway"] = NatGateways.Write(call, gateway), ["ClientToken"] = call.Text("ClientToken") };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call)
    {
        yield return new Ec2Target(Ec2Kinds.NatGateway);
        if (call.Text("SubnetId") is { } subnet)
        {
            yield return new Ec2Target(Ec2Kinds.Subnet, subnet);
        }

        if (call.Text("AllocationId") is { } address)
        {
            yield return new Ec2Target(Ec2Kinds.Address, address);
        }
    }

    private static Ec2NatGateway Make(OperationCall call)
    {
        NetworkState network = NetworkState.Of(call.State);
        Ec2Subnet subnet = Ec2Kinds.Subnet.Require(call, Required(call, "SubnetId"));
        Ec2Address? address = AddressOf(call);
        if (Ec2Kinds.NatGateway.In(call).Count(other => NatGateways.EndOf(call.State, other) is null && network.Subnets[other.SubnetId].Zone == subnet.Zone) >= Maximum)
        {
            throw new ServiceError("NatGatewayLimitExceeded", $"Performing this operation would exceed the limit of {Maximum} NAT gateways");
        }

        bool isCutOff = address is not null && Networks.GatewayOf(call.State, subnet.VpcId) is null;
        var made = new Ec2NatGateway
        {
            Id = call.NewId("nat-", 17, IdGenerator.Hexadecimal),
            Region = call.Region,
            SubnetId = subnet.Id,
            VpcId = subnet.VpcId,
            AllocationId = address?.Id,
            NetworkInterfaceId = call.NewId("eni-", 17, IdGenerator.Hexadecimal),
            PrivateIp = NetworkInterfaces.Take(call.State, subnet, call.Text("PrivateIpAddress")),
            Created = call.Now,
            FailureCode = isCutOff ? "Gateway.NotAttached" : null,
            FailureMessage = isCutOff ? $"Network {subnet.VpcId} has no Internet gateway attached" : null,
            Tags = Ec2Tags.ForNew(call, Ec2Kinds.NatGateway.Type),
        };
        network.NatGateways[made.Id] = made;
        network.NetworkInterfaces[made.NetworkInterfaceId] = InterfaceOf(call, made, subnet, address);
        ClientTokens.Remember(call, made.Id);
        return made;
    }

    private static Ec2NetworkInterface InterfaceOf(OperationCall call, Ec2NatGateway gateway, Ec2Subnet subnet, Ec2Address? address) => new()
    {
        Id = gateway.NetworkInterfaceId,
        Region = call.Region,
        SubnetId = subnet.Id,
        VpcId = subnet.VpcId,
        Zone = subnet.Zone,
        PrivateIp = gateway.PrivateIp,
        PublicIp = gateway.FailureCode is null ? address?.PublicIp : null,
        Description = $"Interface for NAT Gateway {gateway.Id}",
        Kind = "nat_gateway",
        RequesterId = "amazon-aws",
        AttachmentId = call.NewId("ela-attach-", 17, IdGenerator.Hexadecimal),
        DeviceIndex = 1,
        DeleteOnTermination = false,
        SourceDestCheck = false,
        Created = call.Now,
        GoneAt = NatGateways.EndOf(call.State, gateway),
    };

    private static Ec2Address? AddressOf(OperationCall call)
    {
        string? id = call.Text("AllocationId");
        if (call.Text("ConnectivityType") == "private")
        {
            return id is null ? null : throw new ServiceError("InvalidParameterCombination", "A private NAT gateway has no Elastic IP address: leave out the parameter allocationId.");
        }

        Ec2Address address = Ec2Kinds.Address.Require(call, Required(call, "AllocationId"));
        return Addresses.InterfaceOf(call.State, address) is null ? address
            : throw new ServiceError("Resource.AlreadyAssociated", $"Elastic IP address [{address.Id}] is already associated");
    }
}
