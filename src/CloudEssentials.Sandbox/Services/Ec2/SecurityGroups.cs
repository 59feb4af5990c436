using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What several operations need of security groups.</summary>
internal static class SecurityGroups
{
    public const string Any = "0.0.0.0/0";
    public const string DefaultName = "default";

    /// <summary>The group that a VPC has from the start: everything from its own members, and everything to anywhere.</summary>
    public static Ec2SecurityGroup Default(string id, Ec2Vpc vpc, string ingressRuleId, string egressRuleId) => new()
    {
        Id = id,
        Region = vpc.Region,
        Name = DefaultName,
        Description = "default VPC security group",
        VpcId = vpc.Id,
        Rules = ImmutableSortedDictionary<string, Ec2SecurityGroupRule>.Empty
            .Add(ingressRuleId, new Ec2SecurityGroupRule { Id = ingressRuleId, Protocol = "-1", GroupId = id })
            .Add(egressRuleId, ToAnywhere(egressRuleId)),
    };

    /// <summary>The rule that every new group has.</summary>
    public static Ec2SecurityGroupRule ToAnywhere(string ruleId) => new() { Id = ruleId, IsEgress = true, Protocol = "-1", CidrIpv4 = Any };

    /// <summary>Whether it is the group that its VPC has from the start.</summary>
    public static bool IsDefault(Ec2SecurityGroup group) => group.Name == DefaultName;

    /// <summary>The group that a call names: by its id, or by its name in the default VPC.</summary>
    /// <exception cref="ServiceError">It names none, or one that is not there.</exception>
    public static Ec2SecurityGroup Named(OperationCall call) => call.Text("GroupId") is { Length: > 0 } id
        ? Ec2Kinds.SecurityGroup.Require(call, id)
        : Named(call, call.Text("GroupName") is { Length: > 0 } name ? name : throw new ServiceError("MissingParameter", "The request must contain the parameter groupName or groupId"));

    /// <summary>The group of a name in the default VPC.</summary>
    /// <exception cref="ServiceError">There is none.</exception>
    public static Ec2SecurityGroup Named(OperationCall call, string name)
    {
        Ec2Vpc vpc = Networks.DefaultVpc(call.State, call.Region) ?? throw NoDefaultVpc();
        return Ec2Kinds.SecurityGroup.In(call).FirstOrDefault(group => group.VpcId == vpc.Id && string.Equals(group.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ServiceError("InvalidGroup.NotFound", $"The security group '{name}' does not exist in default VPC '{vpc.Id}'");
    }

    /// <summary>What policies are to be asked about the group that a call names.</summary>
    public static Ec2Target TargetOf(OperationCall call)
    {
        string? id = call.Text("GroupId") ?? Ec2Kinds.SecurityGroup.In(call).FirstOrDefault(
            group => group.VpcId == Networks.DefaultVpc(call.State, call.Region)?.Id && string.Equals(group.Name, call.Text("GroupName"), StringComparison.OrdinalIgnoreCase))?.Id;
        return new Ec2Target(Ec2Kinds.SecurityGroup, id);
    }

    public static ServiceError NoDefaultVpc() => new("VPCIdNotSpecified", "No default VPC for this user");

    public static JsonObject Write(OperationCall call, Ec2SecurityGroup group) => new()
    {
        ["GroupId"] = group.Id,
        ["GroupName"] = group.Name,
        ["Description"] = group.Description,
        ["OwnerId"] = call.AccountId,
        ["VpcId"] = group.VpcId,
        ["SecurityGroupArn"] = Ec2Kinds.SecurityGroup.Arn(call, group.Id),
        ["IpPermissions"] = Permissions(call, group, isEgress: false),
        ["IpPermissionsEgress"] = Permissions(call, group, isEgress: true),
        ["Tags"] = Ec2Tags.Write(group),
    };

    public static JsonObject WriteRule(OperationCall call, GroupRule item) => new()
    {
        ["SecurityGroupRuleId"] = item.Id,
        ["SecurityGroupRuleArn"] = Ec2Kinds.SecurityGroupRule.Arn(call, item.Id),
        ["GroupId"] = item.Group.Id,
        ["GroupOwnerId"] = call.AccountId,
        ["IsEgress"] = item.Rule.IsEgress,
        ["IpProtocol"] = item.Rule.Protocol,
        ["FromPort"] = item.Rule.FromPort ?? -1,
        ["ToPort"] = item.Rule.ToPort ?? -1,
        ["CidrIpv4"] = item.Rule.CidrIpv4,
        ["CidrIpv6"] = item.Rule.CidrIpv6,
        ["PrefixListId"] = item.Rule.PrefixListId,
        ["ReferencedGroupInfo"] = item.Rule.GroupId is null ? null : new JsonObject { ["GroupId"] = item.Rule.GroupId, ["UserId"] = call.AccountId },
        ["Description"] = item.Rule.Description,
        ["Tags"] = Ec2Tags.Write(item),
    };

    // Rules of one protocol and one range of ports are answered as one permission.
    private static JsonArray Permissions(OperationCall call, Ec2SecurityGroup group, bool isEgress) => new([.. group.Rules.Values
        .Where(rule => rule.IsEgress == isEgress)
        .GroupBy(rule => (rule.Protocol, rule.FromPort, rule.ToPort))
        .OrderBy(rules => rules.Key.FromPort ?? -1).ThenBy(rules => rules.Key.Protocol, StringComparer.Ordinal).ThenBy(rules => rules.Key.ToPort)
        .Select(rules => Permission(call, [.. rules]))]);

    /// <summary>Rules of one protocol and one range of ports, as a permission.</summary>
    public static JsonObject Permission(OperationCall call, List<Ec2SecurityGroupRule> rules)
    {
        return new JsonObject
        {
            ["IpProtocol"] = rules[0].Protocol,
            ["FromPort"] = rules[0].FromPort,
            ["ToPort"] = rules[0].ToPort,
            ["UserIdGroupPairs"] = Peers(rule => rule.GroupId, "GroupId", call.AccountId),
            ["IpRanges"] = Peers(rule => rule.CidrIpv4, "CidrIp"),
            ["Ipv6Ranges"] = Peers(rule => rule.CidrIpv6, "CidrIpv6"),
            ["PrefixListIds"] = Peers(rule => rule.PrefixListId, "PrefixListId"),
        };

        JsonArray Peers(Func<Ec2SecurityGroupRule, string?> peer, string name, string? userId = null) => new([.. rules
            .Where(rule => peer(rule) is not null)
            .OrderBy(peer, StringComparer.Ordinal)
            .Select(rule => userId is null
                ? new JsonObject { [name] = peer(rule), ["Description"] = rule.Description }
                : new JsonObject { [name] = peer(rule), ["UserId"] = userId, ["Description"] = rule.Description })]);
    }
}
