using System.Collections.Immutable;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The rules of security groups, which stand in their groups and bear tags of their own.</summary>
internal sealed class SecurityGroupRuleKind() : Ec2Kind("security-group-rule", "sgr-")
{
    public override IEc2Resource? Find(SandboxState state, string region, string id) =>
        Of(NetworkState.Of(state).SecurityGroups.Current, region).FirstOrDefault(rule => rule.Id == id);

    public override IEnumerable<IEc2Resource> SeenIn(SandboxState state, string region) => Of(NetworkState.Of(state).SecurityGroups.Seen, region);

    public override void Retag(SandboxState state, IEc2Resource resource, ImmutableSortedDictionary<string, string> tags)
    {
        var rule = (GroupRule)resource;
        ResourceTable<Ec2SecurityGroup> groups = NetworkState.Of(state).SecurityGroups;
        Ec2SecurityGroup group = groups[rule.Group.Id];
        groups[group.Id] = group with { Rules = group.Rules.SetItem(rule.Id, rule.Rule with { Tags = tags }) };
    }

    private static IEnumerable<GroupRule> Of(ImmutableSortedDictionary<string, Ec2SecurityGroup> groups, string region) =>
        groups.Values.Where(group => group.Region == region).SelectMany(group => group.Rules.Values.Select(rule => new GroupRule(group, rule)));
}
