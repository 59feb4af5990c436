using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Gives the account an elastic IP address.</summary>
internal sealed class AllocateAddress : Ec2Operation
{
    private const int Maximum = 5;

    public override JsonObject Execute(OperationCall call)
    {
        Refuse(call, "CustomerOwnedIpv4Pool", "IpamPoolId");
        if (call.Text("Domain") == "standard")
        {
            throw new ServiceError("UnsupportedOperation", "EC2-Classic is no more: the domain of an address is vpc.");
        }

        if (call.Text("Address") is { Length: > 0 } wanted)
        {
            throw new ServiceError("InvalidAddress.NotFound", $"Address '{wanted}' not found.");
        }

        if (call.Text("NetworkBorderGroup") is { Length: > 0 } group && group != call.Region)
        {
            throw new ServiceError("InvalidParameterValue", $"Value ({group}) for parameter networkBorderGroup is invalid.");
        }

        if (Ec2Kinds.Address.In(call).Count() >= Maximum)
        {
            throw new ServiceError("AddressLimitExceeded", "The maximum number of addresses has been reached.");
        }

        var made = new Ec2Address
        {
            Id = call.NewId("eipalloc-", 17, IdGenerator.Hexadecimal),
            Region = call.Region,
            PublicIp = NetworkInterfaces.NewPublicAddress(call.State),
            Tags = Ec2Tags.ForNew(call, Ec2Kinds.Address.Type),
        };
        NetworkState.Of(call.State).Addresses[made.Id] = made;
        return new JsonObject
        {
            ["AllocationId"] = made.Id,
            ["PublicIp"] = made.PublicIp,
            ["PublicIpv4Pool"] = "amazon",
            ["NetworkBorderGroup"] = call.Region,
            ["Domain"] = "vpc",
        };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.Address)];
}
