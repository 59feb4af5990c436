using System.Globalization;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Reads the rules that a call names: by permissions, each with several other sides, or by single parameters.</summary>
/// <param name="call">The call.</param>
/// <param name="group">The group whose rules they are or will be.</param>
/// <param name="isEgress">Whether they let out, and not in.</param>
internal sealed class RuleReader(OperationCall call, Ec2SecurityGroup group, bool isEgress)
{
    private const int MaximumPort = 65535;

    // The numbers are IANA's; EC2 answers the words.
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["1"] = "icmp", ["6"] = "tcp", ["17"] = "udp", ["58"] = "icmpv6", ["all"] = "-1",
    };

    /// <summary>The rules, without ids.</summary>
    /// <exception cref="ServiceError">One of them is none.</exception>
    public IReadOnlyList<Ec2SecurityGroupRule> Read()
    {
        List<Ec2SecurityGroupRule> rules = [.. Permissions().SelectMany(Rules)];
        if (rules.Count == 0)
        {
            throw new ServiceError("MissingParameter", "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.");
        }

        return rules.DistinctBy(Identity).Count() == rules.Count
            ? rules
            : throw new ServiceError("InvalidParameterValue", "The same permission must not appear multiple times");
    }

    /// <summary>What makes two rules the same: all but id, description and tags.</summary>
    public static object Identity(Ec2SecurityGroupRule rule) =>
        (rule.IsEgress, rule.Protocol, rule.FromPort, rule.ToPort, rule.CidrIpv4, rule.CidrIpv6, rule.PrefixListId, rule.GroupId);

    /// <summary>A rule in the words of EC2's errors.</summary>
    public static string Describe(Ec2SecurityGroupRule rule)
    {
        string peer = rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.PrefixListId ?? rule.GroupId!;
        return rule.Protocol == "-1"
            ? $"peer: {peer}, ALL, ALLOW"
            : string.Create(CultureInfo.InvariantCulture, $"peer: {peer}, {rule.Protocol.ToUpperInvariant()}, from port: {rule.FromPort ?? -1}, to port: {rule.ToPort ?? -1}, ALLOW");
    }

    // The single parameters are the older way, and make one permission.
    private List<JsonObject> Permissions()
    {
        List<JsonObject> permissions = [.. call.Structures("IpPermissions")];
        if (permissions.Count > 0 || (call.Text("CidrIp") is null && call.Text("SourceSecurityGroupName") is null))
        {
            return permissions;
        }

        var single = new JsonObject { ["IpProtocol"] = call.Text("IpProtocol") ?? "-1", ["FromPort"] = call.Input["FromPort"]?.DeepClone(), ["ToPort"] = call.Input["ToPort"]?.DeepClone() };
        single["IpRanges"] = call.Text("CidrIp") is { } range ? new JsonArray(new JsonObject { ["CidrIp"] = range }) : null;
        single["UserIdGroupPairs"] = call.Text("SourceSecurityGroupName") is { } name ? new JsonArray(new JsonObject { ["GroupName"] = name }) : null;
        return [single];
    }

    private List<Ec2SecurityGroupRule> Rules(JsonObject permission)
    {
        Ec2SecurityGroupRule bare = Bare(permission);
        List<Ec2SecurityGroupRule> rules =
        [
            .. Peers(permission, "IpRanges").Select(peer => Described(bare, peer) with { CidrIpv4 = Range(peer, "CidrIp", AddressFamily.InterNetwork) }),
            .. Peers(permission, "Ipv6Ranges").Select(peer => Described(bare, peer) with { CidrIpv6 = Range(peer, "CidrIpv6", AddressFamily.InterNetworkV6) }),
            .. Peers(permission, "PrefixListIds").Select(peer => Described(bare, peer) with { PrefixListId = PrefixList(peer) }),
            .. Peers(permission, "UserIdGroupPairs").Select(peer => Described(bare, peer) with { GroupId = Group(peer) }),
        ];
        return rules.Count > 0 ? rules : throw new ServiceError("MissingParameter", "Source group or CIDR must be specified");
    }

    private static IEnumerable<JsonObject> Peers(JsonObject permission, string name) => (permission[name]?.AsArray() ?? []).Select(peer => peer!.AsObject());

    private static Ec2SecurityGroupRule Described(Ec2SecurityGroupRule bare, JsonObject peer)
    {
        if (Text(peer, "Description") is { Length: > 0 } description)
        {
            RuleText.Check(description, "Description", "rule description");
            return bare with { Description = description };
        }

        return bare;
    }

    private static string? Text(JsonObject structure, string name) => structure[name]?.GetValue<string>();

    private static string Range(JsonObject peer, string name, AddressFamily family)
    {
        string given = Text(peer, name) ?? throw new ServiceError("MissingParameter", $"The request must contain the parameter {name}");
        return Networks.Parse(given, family)?.ToString() ?? throw new ServiceError("InvalidPermission.Malformed", $"CIDR block {given} is malformed");
    }

    private Ec2SecurityGroupRule Bare(JsonObject permission)
    {
        string given = Text(permission, "IpProtocol") ?? throw new ServiceError("MissingParameter", "The request must contain the parameter IpProtocol");
        string protocol = Words.GetValueOrDefault(given) ?? given.ToLowerInvariant();
        int? from = Port(permission, "FromPort"), to = Port(permission, "ToPort");
        (from, to) = protocol switch
        {
            "tcp" or "udp" => Ports(from, to),
            "icmp" => IcmpTypes(from, to),
            "icmpv6" => from is null && to is null ? (null, null) : IcmpTypes(from, to),
            "-1" => (null, null),
            _ when int.TryParse(protocol, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= 255 => (null, null),
            _ => throw new ServiceError("InvalidParameterValue", $"Invalid value '{given}' for IP protocol. Unknown protocol."),
        };
        return new Ec2SecurityGroupRule { Id = string.Empty, IsEgress = isEgress, Protocol = protocol, FromPort = from, ToPort = to };
    }

    private static int? Port(JsonObject permission, string name) => permission[name] is { } port ? (int)port.GetValue<long>() : null;

    private static (int? From, int? To) Ports(int? from, int? to) => (from, to) switch
    {
        (null, _) or (_, null) => throw new ServiceError("InvalidParameterValue", "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange."),
        _ when from < 0 || to > MaximumPort || from > to => throw new ServiceError("InvalidParameterValue", $"Invalid TCP/UDP port range ({from}:{to})"),
        _ => (from, to),
    };

    private static (int? From, int? To) IcmpTypes(int? from, int? to) => (from, to) switch
    {
        (null, _) or (_, null) => throw new ServiceError("InvalidParameterValue", "Invalid value 'Must specify both ICMP type and ICMP code.' for icmp."),
        _ when from is < -1 or > 255 || to is < -1 or > 255 || (from == -1 && to != -1) => throw new ServiceError("InvalidParameterValue", $"ICMP code ({to}) is invalid for ICMP type ({from})"),
        _ => (from, to),
    };

    private string PrefixList(JsonObject peer)
    {
        string? id = Text(peer, "PrefixListId");
        return id is not null && EndpointServices.PrefixLists(call.Region).ContainsValue(id) ? id
            : throw new ServiceError("InvalidPrefixListId.NotFound", $"The prefix list ID '{id}' does not exist");
    }

    private string Group(JsonObject peer)
    {
        bool isOthers = Text(peer, "UserId") is { Length: > 0 } user && user != call.AccountId;
        string? id = Text(peer, "GroupId");
        Ec2SecurityGroup named = id is { Length: > 0 } ? (isOthers ? null : Ec2Kinds.SecurityGroup.Require(call, id)) ?? throw Ec2Kinds.SecurityGroup.Unknown(id)
            : SecurityGroups.Named(call, Text(peer, "GroupName") ?? throw new ServiceError("MissingParameter", "The request must contain the parameter groupName or groupId"));
        return named.VpcId == group.VpcId ? named.Id : throw new ServiceError("InvalidGroup.NotFound", "You have specified two resources that belong to different networks.");
    }
}
