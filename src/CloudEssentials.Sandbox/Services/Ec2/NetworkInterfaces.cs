using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Network interfaces and the addresses that they have.</summary>
internal static class NetworkInterfaces
{
    // The network's address, the router, DNS, one reserved, and the broadcast address: "Subnet CIDR blocks" in the VPC User Guide.
    private const int ReservedAtStart = 4;
    private const int Reserved = 5;

    /// <summary>The interfaces of a Region that are there now.</summary>
    public static IEnumerable<Ec2NetworkInterface> In(SandboxState state, string region) =>
        NetworkState.Of(state).NetworkInterfaces.Current.Values.Where(made => made.Region == region && IsThere(made, state.Now));

    public static bool IsThere(Ec2NetworkInterface made, DateTimeOffset now) => made.GoneAt is not { } gone || gone > now;

    /// <summary>How many addresses of a subnet nobody has.</summary>
    public static int FreeAddresses(SandboxState state, Ec2Subnet subnet) => Size(subnet) - Reserved - Used(state, subnet).Count;

    /// <summary>An address of a subnet that nobody has, nor is about to be given.</summary>
    /// <exception cref="ServiceError">There is none.</exception>
    public static string NextAddress(SandboxState state, Ec2Subnet subnet, IReadOnlySet<string>? taken = null)
    {
        HashSet<string> used = [.. Used(state, subnet), .. taken ?? new HashSet<string>()];
        uint first = ToNumber(subnet.CidrBlock.Split('/')[0]);
        int usable = Size(subnet) - Reserved;
        uint start = Convert.ToUInt32(IdGenerator.Make(state.Account.Value.Seed, subnet.Id, used.Count, 7, IdGenerator.Hexadecimal), 16);
        for (int index = 0; index < usable; index++)
        {
            string address = ToText(first + ReservedAtStart + (uint)((start + index) % usable));
            if (!used.Contains(address))
            {
                return address;
            }
        }

        throw new ServiceError("InsufficientFreeAddressesInSubnet", $"There are not enough free addresses in subnet '{subnet.Id}' to satisfy the requested number of instances.");
    }

    /// <summary>The address of a subnet that is asked for, or else one that nobody has.</summary>
    /// <exception cref="ServiceError">It is not of the subnet, or somebody has it.</exception>
    public static string Take(SandboxState state, Ec2Subnet subnet, string? wanted)
    {
        if (wanted is null)
        {
            return NextAddress(state, subnet);
        }

        if (!IPAddress.TryParse(wanted, out _) || !Holds(subnet, wanted))
        {
            throw new ServiceError("InvalidParameterValue", $"Address {wanted} does not fall within the subnet's address range");
        }

        return Used(state, subnet).Contains(wanted) ? throw new ServiceError("InvalidIPAddress.InUse", $"Address {wanted} is in use.") : wanted;
    }

    /// <summary>Lets an interface be gone from a time on.</summary>
    public static void End(SandboxState state, string id, DateTimeOffset at)
    {
        ResourceTable<Ec2NetworkInterface> table = NetworkState.Of(state).NetworkInterfaces;
        table[id] = table[id] with { GoneAt = at };
    }

    /// <summary>A security group as interfaces name it.</summary>
    public static JsonObject Group(SandboxState state, string id) => new() { ["GroupId"] = id, ["GroupName"] = NetworkState.Of(state).SecurityGroups.TryGet(id, out Ec2SecurityGroup? group) ? group.Name : string.Empty };

    /// <summary>Whether a subnet could hold an address, the reserved ones apart.</summary>
    public static bool Holds(Ec2Subnet subnet, string address)
    {
        long offset = (long)ToNumber(address) - ToNumber(subnet.CidrBlock.Split('/')[0]);
        return offset >= ReservedAtStart && offset < Size(subnet) - 1;
    }

    /// <summary>
    /// A public address that nobody in the account has had. It is of 198.18.0.0/15, which no router forwards (RFC 2544): a sandbox's
    /// address that is opened in a browser must not lead to a stranger's machine.
    /// </summary>
    public static string NewPublicAddress(SandboxState state)
    {
        uint offset = Convert.ToUInt32(state.NewId(string.Empty, 7, IdGenerator.Hexadecimal), 16) % 131070;
        HashSet<string?> used = [.. NetworkState.Of(state).NetworkInterfaces.Current.Values.Select(made => made.PublicIp), .. NetworkState.Of(state).Addresses.Current.Values.Select(made => made.PublicIp)];
        string address;
        do
        {
            address = ToText(ToNumber("198.18.0.1") + (offset++ % 131070));
        }
        while (used.Contains(address));

        return address;
    }

    public static string PublicDnsName(string region, string address) => region == "us-east-1"
        ? $"ec2-{address.Replace('.', '-')}.compute-1.{Suffix(region)}"
        : $"ec2-{address.Replace('.', '-')}.{region}.compute.{Suffix(region)}";

    public static string PrivateDnsName(string region, string address) => region == "us-east-1"
        ? $"ip-{address.Replace('.', '-')}.ec2.internal"
        : $"ip-{address.Replace('.', '-')}.{region}.compute.internal";

    /// <summary>The interface's hardware address, which follows from its id.</summary>
    public static string MacAddress(Ec2NetworkInterface made) =>
        $"0a:ff:{string.Join(':', made.Id[^8..].Chunk(2).Select(pair => new string(pair)))}";

    private static string Suffix(string region) => Partitions.Of(region) == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

    private static HashSet<string> Used(SandboxState state, Ec2Subnet subnet) =>
        [.. In(state, subnet.Region).Where(made => made.SubnetId == subnet.Id).Select(made => made.PrivateIp)];

    private static int Size(Ec2Subnet subnet) => 1 << (32 - int.Parse(subnet.CidrBlock.Split('/')[1], CultureInfo.InvariantCulture));

    private static uint ToNumber(string address) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(IPAddress.Parse(address).GetAddressBytes());

    private static string ToText(uint number)
    {
        byte[] bytes = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return new IPAddress(bytes).ToString();
    }
}
