using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Gives back an elastic IP address that nothing has.</summary>
internal sealed class ReleaseAddress : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        if (call.Text("AllocationId") is not { Length: > 0 } id)
        {
            throw call.Text("PublicIp") is null
                ? new ServiceError("MissingParameter", "Either 'publicIp' or 'allocationId' must be specified.")
                : new ServiceError("InvalidParameterValue", "You must specify an allocation id when releasing a VPC elastic IP address");
        }

        Ec2Address address = Ec2Kinds.Address.Require(call, id);
        if (Addresses.InterfaceOf(call.State, address) is not null)
        {
            throw new ServiceError("InvalidIPAddress.InUse", $"Address {address.PublicIp} is in use.");
        }

        NetworkState.Of(call.State).Addresses.Remove(address.Id);
        return [];
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.Address, call.Text("AllocationId"))];
}
