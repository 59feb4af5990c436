using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What several operations need of elastic IP addresses.</summary>
internal static class Addresses
{
    /// <summary>The network interface that has an address; null where none has.</summary>
    public static Ec2NetworkInterface? InterfaceOf(SandboxState state, Ec2Address address) =>
        NetworkInterfaces.In(state, address.Region).FirstOrDefault(made => made.PublicIp == address.PublicIp);

    /// <summary>The address that a network interface has; null where it has none, or one that is AWS's.</summary>
    public static Ec2Address? Of(SandboxState state, Ec2NetworkInterface made) => made.PublicIp is null ? null
        : Ec2Kinds.Address.In(state, made.Region).FirstOrDefault(address => address.PublicIp == made.PublicIp);

    /// <summary>The id of the bond between an address and an interface, which follows from the interface.</summary>
    public static string AssociationId(string interfaceId) => $"eipassoc-{interfaceId[Ec2Kinds.NetworkInterface.Prefix.Length..]}";

    public static JsonObject Write(OperationCall call, Ec2Address address)
    {
        Ec2NetworkInterface? made = InterfaceOf(call.State, address);
        return new JsonObject
        {
            ["AllocationId"] = address.Id,
            ["PublicIp"] = address.PublicIp,
            ["PublicIpv4Pool"] = "amazon",
            ["NetworkBorderGroup"] = address.Region,
            ["Domain"] = "vpc",
            ["AssociationId"] = made is null ? null : AssociationId(made.Id),
            ["NetworkInterfaceId"] = made?.Id,
            ["NetworkInterfaceOwnerId"] = made is null ? null : call.AccountId,
            ["InstanceId"] = made?.InstanceId,
            ["PrivateIpAddress"] = made?.PrivateIp,
            ["Tags"] = Ec2Tags.Write(address),
        };
    }
}
