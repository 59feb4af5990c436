using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Takes rules from a security group, by their ids or by what they are.</summary>
internal abstract class RevokeOperation(bool isEgress) : Ec2Operation
{
    public sealed override JsonObject Execute(OperationCall call)
    {
        Ec2SecurityGroup group = SecurityGroups.Named(call);
        IReadOnlyList<string> ids = call.Texts("SecurityGroupRuleIds");
        var unknown = new JsonArray();
        List<Ec2SecurityGroupRule> revoked = ids.Count > 0 ? [.. ids.Distinct().Select(id => ById(group, id))] : ByContent(call, group, unknown);
        NetworkState.Of(call.State).SecurityGroups[group.Id] = group with { Rules = group.Rules.RemoveRange(revoked.Select(rule => rule.Id)) };
        return new JsonObject
        {
            ["Return"] = true,
            ["RevokedSecurityGroupRules"] = new JsonArray([.. revoked.Select(rule => Write(group, rule))]),
            ["UnknownIpPermissions"] = unknown.Count > 0 ? unknown : null,
        };
    }

    protected sealed override IEnumerable<Ec2Target> Targets(OperationCall call) => [SecurityGroups.TargetOf(call)];

    private Ec2SecurityGroupRule ById(Ec2SecurityGroup group, string id) =>
        group.Rules.TryGetValue(id, out Ec2SecurityGroupRule? rule) && rule.IsEgress == isEgress ? rule : throw Ec2Kinds.SecurityGroupRule.Unknown(id);

    // What a default VPC's group does not have is answered, elsewhere it is refused: API_RevokeSecurityGroupIngress.
    private List<Ec2SecurityGroupRule> ByContent(OperationCall call, Ec2SecurityGroup group, JsonArray unknown)
    {
        bool isLenient = NetworkState.Of(call.State).Vpcs[group.VpcId].IsDefault;
        List<Ec2SecurityGroupRule> found = [];
        foreach (Ec2SecurityGroupRule wanted in new RuleReader(call, group, isEgress).Read())
        {
            if (group.Rules.Values.FirstOrDefault(rule => RuleReader.Identity(rule).Equals(RuleReader.Identity(wanted))) is { } rule)
            {
                found.Add(rule);
            }
            else if (isLenient)
            {
                unknown.Add(SecurityGroups.Permission(call, [wanted]));
            }
            else
            {
                throw new ServiceError("InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
            }
        }

        return found;
    }

    private static JsonObject Write(Ec2SecurityGroup group, Ec2SecurityGroupRule rule) => new()
    {
        ["SecurityGroupRuleId"] = rule.Id,
        ["GroupId"] = group.Id,
        ["IsEgress"] = rule.IsEgress,
        ["IpProtocol"] = rule.Protocol,
        ["FromPort"] = rule.FromPort ?? -1,
        ["ToPort"] = rule.ToPort ?? -1,
        ["CidrIpv4"] = rule.CidrIpv4,
        ["CidrIpv6"] = rule.CidrIpv6,
        ["PrefixListId"] = rule.PrefixListId,
        ["ReferencedGroupId"] = rule.GroupId,
        ["Description"] = rule.Description,
    };
}
