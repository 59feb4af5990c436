using System.Text.Json.Nodes;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>A rule that a security group lacks, or has too much.</summary>
/// <param name="Adds">True for one that it lacks.</param>
/// <param name="IsEgress">True for a rule of what may go out.</param>
/// <param name="Permission">The rule, with one peer.</param>
internal sealed record RuleChange(bool Adds, bool IsEgress, IpPermission Permission)
{
    /// <summary>The change as a difference, in a sentence.</summary>
    internal string Difference => $"{(Adds ? "It lacks the rule that" : "It has a rule too many, which")} lets {Key(Permission)} {(IsEgress ? "out" : "in")}.";

    /// <summary>What changes a group's rules into those wanted, what is wanted first.</summary>
    internal static IReadOnlyList<RuleChange> Between(ResourceWish wish, SecurityGroup group)
    {
        List<RuleChange> changes = [.. Between(Wanted(wish, "SecurityGroupIngress"), group.IpPermissions, isEgress: false)];
        // Without a word about it, everything may go out: the rule that AWS gives every group.
        if (wish.Properties["SecurityGroupEgress"] is JsonArray)
            changes.AddRange(Between(Wanted(wish, "SecurityGroupEgress"), group.IpPermissionsEgress, isEgress: true));
        return [.. changes.OrderByDescending(change => change.Adds)];
    }

    private static IEnumerable<RuleChange> Between(IEnumerable<IpPermission> wanted, List<IpPermission>? present, bool isEgress)
    {
        Dictionary<string, IpPermission> left = (present ?? []).SelectMany(Split).DistinctBy(Key).ToDictionary(Key);
        foreach (IpPermission rule in wanted)
        {
            if (!left.Remove(Key(rule)))
                yield return new(Adds: true, isEgress, rule);
        }

        foreach (IpPermission rule in left.Values)
            yield return new(Adds: false, isEgress, rule);
    }

    private static IEnumerable<IpPermission> Wanted(ResourceWish wish, string property) =>
        wish.Properties.Objects(property).Select(rule => new IpPermission
        {
            IpProtocol = rule.Text("IpProtocol"),
            FromPort = rule.Number("FromPort"),
            ToPort = rule.Number("ToPort"),
            Ipv4Ranges = rule.Text("CidrIp") is { } cidr ? [new() { CidrIp = cidr, Description = rule.Text("Description") }] : null,
            Ipv6Ranges = rule.Text("CidrIpv6") is { } wide ? [new() { CidrIpv6 = wide, Description = rule.Text("Description") }] : null,
            PrefixListIds = (rule.Text("SourcePrefixListId") ?? rule.Text("DestinationPrefixListId")) is { } list ? [new() { Id = list, Description = rule.Text("Description") }] : null,
            UserIdGroupPairs = (rule.Text("SourceSecurityGroupId") ?? rule.Text("DestinationSecurityGroupId")) is { } group ? [new() { GroupId = group, Description = rule.Text("Description") }] : null,
        }).Where(rule => Peer(rule).Length > 0);

    /// <summary>EC2 gathers all peers of a protocol and its ports in one permission.</summary>
    private static IEnumerable<IpPermission> Split(IpPermission rule)
    {
        IpPermission One() => new() { IpProtocol = rule.IpProtocol, FromPort = rule.FromPort, ToPort = rule.ToPort };
        foreach (IpRange range in rule.Ipv4Ranges ?? [])
            yield return With(One(), one => one.Ipv4Ranges = [range]);
        foreach (Ipv6Range range in rule.Ipv6Ranges ?? [])
            yield return With(One(), one => one.Ipv6Ranges = [range]);
        foreach (PrefixListId list in rule.PrefixListIds ?? [])
            yield return With(One(), one => one.PrefixListIds = [list]);
        foreach (UserIdGroupPair pair in rule.UserIdGroupPairs ?? [])
            yield return With(One(), one => one.UserIdGroupPairs = [pair]);
    }

    private static IpPermission With(IpPermission rule, Action<IpPermission> set)
    {
        set(rule);
        return rule;
    }

    private static string Peer(IpPermission rule) =>
        rule.Ipv4Ranges?.FirstOrDefault()?.CidrIp
        ?? rule.Ipv6Ranges?.FirstOrDefault()?.CidrIpv6
        ?? rule.PrefixListIds?.FirstOrDefault()?.Id
        ?? rule.UserIdGroupPairs?.FirstOrDefault()?.GroupId
        ?? "";

    private static string Key(IpPermission rule)
    {
        if (rule.IpProtocol == "-1")
            return $"everything {Peer(rule)}";
        string ports = rule.FromPort == rule.ToPort ? $"{rule.FromPort}" : $"{rule.FromPort} to {rule.ToPort}";
        return $"{rule.IpProtocol} {ports} {Peer(rule)}";
    }
}
