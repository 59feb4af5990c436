using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What several operations need of security groups.</summary>
internal static class SecurityGroups
{
    public const string Any = "0.0.0.0/0";

    /// <summary>The group that a VPC has from the start: everything from its own members, and everything to anywhere.</summary>
    public static Ec2SecurityGroup Default(string id, Ec2Vpc vpc, string ingressRuleId, string egressRuleId) => new()
    {
        Id = id,
        Region = vpc.Region,
        Name = "default",
        Description = "default VPC security group",
        VpcId = vpc.Id,
        Rules = ImmutableSortedDictionary<string, Ec2SecurityGroupRule>.Empty
            .Add(ingressRuleId, new Ec2SecurityGroupRule { Id = ingressRuleId, Protocol = "-1", GroupId = id })
            .Add(egressRuleId, ToAnywhere(egressRuleId)),
    };

    /// <summary>The rule that every new group has.</summary>
    public static Ec2SecurityGroupRule ToAnywhere(string ruleId) => new() { Id = ruleId, IsEgress = true, Protocol = "-1", CidrIpv4 = Any };
}
