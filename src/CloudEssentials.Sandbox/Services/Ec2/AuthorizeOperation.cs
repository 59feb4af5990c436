using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Adds rules to a security group.</summary>
internal abstract class AuthorizeOperation(bool isEgress) : Ec2Operation
{
    // "Inbound or outbound rules per security group" in the VPC quotas: apart for IPv4 and IPv6.
    private const int Maximum = 60;

    public sealed override JsonObject Execute(OperationCall call)
    {
        Ec2SecurityGroup group = SecurityGroups.Named(call);
        ImmutableSortedDictionary<string, string> tags = Ec2Tags.ForNew(call, Ec2Kinds.SecurityGroupRule.Type);
        List<Ec2SecurityGroupRule> added = [];
        HashSet<object> known = [.. group.Rules.Values.Select(RuleReader.Identity)];
        foreach (Ec2SecurityGroupRule rule in new RuleReader(call, group, isEgress).Read())
        {
            if (!known.Add(RuleReader.Identity(rule)))
            {
                throw new ServiceError("InvalidPermission.Duplicate", $"the specified rule \"{RuleReader.Describe(rule)}\" already exists");
            }

            added.Add(rule with { Id = call.NewId("sgr-", 17, IdGenerator.Hexadecimal), Tags = tags });
        }

        Ec2SecurityGroup changed = group with { Rules = group.Rules.AddRange(added.Select(rule => KeyValuePair.Create(rule.Id, rule))) };
        if (Count(changed, rule => rule.CidrIpv6 is null) > Maximum || Count(changed, rule => rule.CidrIpv4 is null) > Maximum)
        {
            throw new ServiceError("RulesPerSecurityGroupLimitExceeded", "The maximum number of rules per security group has been reached.");
        }

        NetworkState.Of(call.State).SecurityGroups[group.Id] = changed;
        return new JsonObject
        {
            ["Return"] = true,
            ["SecurityGroupRules"] = new JsonArray([.. added.Select(rule => SecurityGroups.WriteRule(call, new GroupRule(group, rule)))]),
        };
    }

    protected sealed override IEnumerable<Ec2Target> Targets(OperationCall call)
    {
        Ec2Target group = SecurityGroups.TargetOf(call);
        return Ec2Tags.Specified(call.Input).Any() ? [group, new Ec2Target(Ec2Kinds.SecurityGroupRule)] : [group];
    }

    private int Count(Ec2SecurityGroup group, Func<Ec2SecurityGroupRule, bool> counts) => group.Rules.Values.Count(rule => rule.IsEgress == isEgress && counts(rule));
}
