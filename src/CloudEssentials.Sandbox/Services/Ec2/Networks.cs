using System.Net;
using System.Net.Sockets;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Ranges of addresses in CIDR notation.</summary>
internal static class Networks
{
    /// <summary>A range in its canonical form, as AWS keeps it: <c>100.68.0.18/18</c> is <c>100.68.0.0/18</c>.</summary>
    /// <returns>The range, or null for what is none of that family.</returns>
    public static IPNetwork? Parse(string? text, AddressFamily family = AddressFamily.InterNetwork)
    {
        int bits = family == AddressFamily.InterNetwork ? 32 : 128;
        if (text?.Split('/') is not [string address, string length]
            || !IPAddress.TryParse(address, out IPAddress? parsed) || parsed.AddressFamily != family
            || (family == AddressFamily.InterNetwork && parsed.ToString() != address)
            || !int.TryParse(length, System.Globalization.NumberStyles.None, null, out int prefix) || prefix > bits)
        {
            return null;
        }

        byte[] bytes = parsed.GetAddressBytes();
        for (int bit = prefix; bit < bits; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPNetwork(new IPAddress(bytes), prefix);
    }

    public static bool Overlap(IPNetwork one, IPNetwork other) => one.Contains(other.BaseAddress) || other.Contains(one.BaseAddress);

    /// <summary>Whether a range lies in another, or is the same.</summary>
    public static bool IsWithin(IPNetwork inner, IPNetwork outer) => inner.PrefixLength >= outer.PrefixLength && outer.Contains(inner.BaseAddress);

    /// <summary>Whether anything in a VPC has a public address.</summary>
    public static bool HasPublicAddresses(SandboxState state, Ec2Vpc vpc) =>
        NetworkInterfaces.In(state, vpc.Region).Any(made => made.VpcId == vpc.Id && made.PublicIp is not null);

    /// <summary>The internet gateway of a VPC, or null.</summary>
    public static Ec2InternetGateway? GatewayOf(SandboxState state, string vpcId) =>
        NetworkState.Of(state).InternetGateways.Current.Values.FirstOrDefault(gateway => gateway.VpcId == vpcId);

    /// <summary>The default VPC of a Region, or null.</summary>
    public static Ec2Vpc? DefaultVpc(SandboxState state, string region) => Ec2Kinds.Vpc.In(state, region).FirstOrDefault(vpc => vpc.IsDefault);
}
