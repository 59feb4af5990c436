using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A rule with the security group that it belongs to.</summary>
/// <param name="Group">The group.</param>
/// <param name="Rule">The rule.</param>
internal sealed record GroupRule(Ec2SecurityGroup Group, Ec2SecurityGroupRule Rule) : IEc2Resource
{
    public string Id => Rule.Id;

    public string Region => Group.Region;

    public ImmutableSortedDictionary<string, string> Tags => Rule.Tags;
}
