using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The security groups of a Region.</summary>
internal sealed class DescribeSecurityGroups() : DescribeOperation<Ec2SecurityGroup>(Ec2Kinds.SecurityGroup, "GroupIds", "SecurityGroups", "GroupId", """
    description Description
    egress.ip-permission.cidr IpPermissionsEgress.IpRanges.CidrIp
    egress.ip-permission.from-port IpPermissionsEgress.FromPort
    egress.ip-permission.group-id IpPermissionsEgress.UserIdGroupPairs.GroupId
    egress.ip-permission.group-name IpPermissionsEgress.UserIdGroupPairs.GroupName
    egress.ip-permission.ipv6-cidr IpPermissionsEgress.Ipv6Ranges.CidrIpv6
    egress.ip-permission.prefix-list-id IpPermissionsEgress.PrefixListIds.PrefixListId
    egress.ip-permission.protocol IpPermissionsEgress.IpProtocol
    egress.ip-permission.to-port IpPermissionsEgress.ToPort
    egress.ip-permission.user-id IpPermissionsEgress.UserIdGroupPairs.UserId
    group-id GroupId
    group-name GroupName
    ip-permission.cidr IpPermissions.IpRanges.CidrIp
    ip-permission.from-port IpPermissions.FromPort
    ip-permission.group-id IpPermissions.UserIdGroupPairs.GroupId
    ip-permission.group-name IpPermissions.UserIdGroupPairs.GroupName
    ip-permission.ipv6-cidr IpPermissions.Ipv6Ranges.CidrIpv6
    ip-permission.prefix-list-id IpPermissions.PrefixListIds.PrefixListId
    ip-permission.protocol IpPermissions.IpProtocol
    ip-permission.to-port IpPermissions.ToPort
    ip-permission.user-id IpPermissions.UserIdGroupPairs.UserId
    owner-id OwnerId
    vpc-id VpcId
    """)
{
    protected override IEnumerable<Ec2SecurityGroup> Wanted(OperationCall call) => call.Texts("GroupNames") is { Count: > 0 } names
        ? names.Select(name => Ec2Kinds.SecurityGroup.Find(call.State, call.Region, name) as Ec2SecurityGroup ?? SecurityGroups.Named(call, name))
            .Concat(call.Texts("GroupIds").Select(id => Ec2Kinds.SecurityGroup.Require(call, id)))
            .DistinctBy(group => group.Id)
            .ToList()
        : base.Wanted(call);

    protected override JsonObject Write(OperationCall call, Ec2SecurityGroup resource) => SecurityGroups.Write(call, resource);
}
