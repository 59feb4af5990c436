using Amazon.EC2;
using Amazon.EC2.Model;
using static CloudEssentials.Tests.Sandbox.Ec2Sandbox;

namespace CloudEssentials.Tests.Sandbox;

public sealed class Ec2SecurityGroupTests : IDisposable
{
    private readonly Ec2Sandbox sandbox = new();

    private AmazonEC2Client Client => sandbox.Client;

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task A_new_group_lets_everything_out_and_nothing_in()
    {
        string vpc = await sandbox.Vpc();
        CreateSecurityGroupResponse made = await Client.CreateSecurityGroupAsync(
            new CreateSecurityGroupRequest("web", "Of the web") { VpcId = vpc, TagSpecifications = Tagged("security-group", "Application", "directory") });

        SecurityGroup group = await Described(made.GroupId);

        Assert.Equal(("web", "Of the web", vpc, "directory"), (group.GroupName, group.Description, group.VpcId, Assert.Single(group.Tags).Value));
        Assert.Equal($"arn:aws:ec2:us-east-1:123456789012:security-group/{made.GroupId}", made.SecurityGroupArn);
        Assert.Empty(group.IpPermissions ?? []);
        Assert.Equal(("-1", "0.0.0.0/0"), (Assert.Single(group.IpPermissionsEgress).IpProtocol, Assert.Single(group.IpPermissionsEgress[0].Ipv4Ranges).CidrIp));
    }

    [Fact]
    public async Task Names_are_unique_in_a_VPC_whatever_their_case_and_keep_to_rules()
    {
        string vpc = await sandbox.Vpc();
        await sandbox.Group(vpc, "Web");

        await Refused("InvalidGroup.Duplicate", Create("web", "d"));
        await Refused("InvalidGroup.Reserved", Create("default", "d"));
        await Refused("InvalidParameterValue", Create("sg-web", "d"));
        await Refused("InvalidParameterValue", Create("wéb", "d"));
        await Refused("InvalidParameterValue", Create(new string('w', 256), "d"));
        await Refused("InvalidParameterValue", Create("other", "with a \"quote\""));
        await Refused("InvalidVpcID.NotFound", Client.CreateSecurityGroupAsync(new CreateSecurityGroupRequest("web", "d") { VpcId = "vpc-01234567" }));
        Assert.Equal((await sandbox.DefaultVpc()).VpcId, (await Described((await Client.CreateSecurityGroupAsync(new CreateSecurityGroupRequest("web", "d"))).GroupId)).VpcId);

        Task<CreateSecurityGroupResponse> Create(string name, string description) =>
            Client.CreateSecurityGroupAsync(new CreateSecurityGroupRequest(name, description) { VpcId = vpc });
    }

    [Fact]
    public async Task Without_a_default_VPC_a_group_needs_one()
    {
        Vpc vpc = await sandbox.DefaultVpc();
        foreach (Subnet subnet in (await Client.DescribeSubnetsAsync(new DescribeSubnetsRequest())).Subnets) await Client.DeleteSubnetAsync(new DeleteSubnetRequest(subnet.SubnetId));
        string gateway = Assert.Single((await Client.DescribeInternetGatewaysAsync(new DescribeInternetGatewaysRequest())).InternetGateways).InternetGatewayId;
        await Client.DetachInternetGatewayAsync(new DetachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc.VpcId });
        await Client.DeleteVpcAsync(new DeleteVpcRequest(vpc.VpcId));

        await Refused("VPCIdNotSpecified", Client.CreateSecurityGroupAsync(new CreateSecurityGroupRequest("web", "d")));
    }

    [Fact]
    public async Task Rules_are_told_apart_and_answered_together()
    {
        string vpc = await sandbox.Vpc();
        string web = await sandbox.Group(vpc, "web"), load = await sandbox.Group(vpc, "load");

        AuthorizeSecurityGroupIngressResponse added = await Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest
        {
            GroupId = web,
            IpPermissions =
            [
                new() { IpProtocol = "6", FromPort = 80, ToPort = 80, Ipv4Ranges = [new() { CidrIp = "10.1.2.3/16", Description = "the network" }], Ipv6Ranges = [new() { CidrIpv6 = "2001:DB8::1/32" }] },
                new() { IpProtocol = "tcp", FromPort = 80, ToPort = 80, UserIdGroupPairs = [new() { GroupId = load }] },
                new() { IpProtocol = "icmp", FromPort = -1, ToPort = -1, Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0" }] },
                new() { IpProtocol = "50", FromPort = 7, ToPort = 9, Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0" }] },
            ],
            TagSpecifications = Tagged("security-group-rule", "Why", "test"),
        });

        Assert.Equal(5, added.SecurityGroupRules.Count);
        Assert.All(added.SecurityGroupRules, rule => Assert.Equal(("test", false), (Assert.Single(rule.Tags).Value, rule.IsEgress)));
        SecurityGroup group = await Described(web);
        IpPermission http = group.IpPermissions.Single(permission => permission.FromPort == 80);
        Assert.Equal(("tcp", "10.1.0.0/16", "the network"), (http.IpProtocol, Assert.Single(http.Ipv4Ranges).CidrIp, http.Ipv4Ranges[0].Description));
        Assert.Equal(("2001:db8::/32", load), (Assert.Single(http.Ipv6Ranges).CidrIpv6, Assert.Single(http.UserIdGroupPairs).GroupId));
        Assert.Null(group.IpPermissions.Single(permission => permission.IpProtocol == "50").FromPort);
        List<SecurityGroupRule> rules = (await Client.DescribeSecurityGroupRulesAsync(new DescribeSecurityGroupRulesRequest { Filters = [new("group-id", [web])] })).SecurityGroupRules;
        Assert.Equal(6, rules.Count);
        Assert.Equal((80, 80, load), Ports(rules.Single(rule => rule.ReferencedGroupInfo is not null)));
        Assert.Equal(5, (await Client.DescribeSecurityGroupRulesAsync(new DescribeSecurityGroupRulesRequest { Filters = [new("tag:Why", ["test"])] })).SecurityGroupRules.Count);

        static (int?, int?, string) Ports(SecurityGroupRule rule) => (rule.FromPort, rule.ToPort, rule.ReferencedGroupInfo.GroupId);
    }

    [Fact]
    public async Task Rules_that_are_none_are_refused()
    {
        string vpc = await sandbox.Vpc(), other = await sandbox.Vpc("10.2.0.0/16");
        string web = await sandbox.Group(vpc, "web"), foreign = await sandbox.Group(other, "web");
        await Allow(Http("0.0.0.0/0"));

        Assert.Equal(
            ("InvalidPermission.Duplicate", "the specified rule \"peer: 0.0.0.0/0, TCP, from port: 80, to port: 80, ALLOW\" already exists"),
            await Refusal(Allow(Http("1.2.3.4/0"))));
        await Refused("InvalidParameterValue", Allow(Http("1.2.3.4/32"), Http("1.2.3.4/32")));
        await Refused("InvalidPermission.Malformed", Allow(Http("1.2.3/24")));
        await Refused("InvalidPermission.Malformed", Allow(Http("1.2.3.4/33")));
        await Refused("InvalidParameterValue", Allow(new IpPermission { IpProtocol = "tcp", FromPort = 443, ToPort = 80, Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0" }] }));
        await Refused("InvalidParameterValue", Allow(new IpPermission { IpProtocol = "tcp", FromPort = 443, ToPort = 65536, Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0" }] }));
        await Refused("InvalidParameterValue", Allow(new IpPermission { IpProtocol = "tcp", Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0" }] }));
        await Refused("InvalidParameterValue", Allow(new IpPermission { IpProtocol = "carrier-pigeon", Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0" }] }));
        await Refused("InvalidParameterValue", Allow(new IpPermission { IpProtocol = "icmp", FromPort = -1, ToPort = 3, Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0" }] }));
        await Refused("InvalidParameterValue", Allow(new IpPermission { IpProtocol = "-1", Ipv4Ranges = [new() { CidrIp = "9.9.9.9/32", Description = "naïve" }] }));
        await Refused("MissingParameter", Allow(new IpPermission { IpProtocol = "-1" }));
        await Refused("MissingParameter", Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest { GroupId = web }));
        await Refused("InvalidGroup.NotFound", Allow(new IpPermission { IpProtocol = "-1", UserIdGroupPairs = [new() { GroupId = "sg-01234567" }] }));
        await Refused("InvalidGroup.NotFound", Allow(new IpPermission { IpProtocol = "-1", UserIdGroupPairs = [new() { GroupId = foreign }] }));
        await Refused("InvalidPrefixListId.NotFound", Allow(new IpPermission { IpProtocol = "-1", PrefixListIds = [new() { Id = "pl-01234567" }] }));
        await Refused("InvalidGroup.NotFound", Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest { GroupId = "sg-01234567", IpPermissions = [Http("0.0.0.0/0")] }));
        await Refused("InvalidGroupId.Malformed", Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest { GroupId = "web", IpPermissions = [Http("0.0.0.0/0")] }));
        Assert.Single((await Described(web)).IpPermissions);

        Task<AuthorizeSecurityGroupIngressResponse> Allow(params IpPermission[] permissions) =>
            Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest { GroupId = web, IpPermissions = [.. permissions] });
    }

    [Fact]
    public async Task A_group_has_sixty_rules_a_way()
    {
        string group = await sandbox.Group(await sandbox.Vpc(), "web");
        await Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest
        {
            GroupId = group,
            IpPermissions = [.. Enumerable.Range(1, 60).Select(number => Http($"192.0.2.{number}/32"))],
        });

        await Refused("RulesPerSecurityGroupLimitExceeded", Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest { GroupId = group, IpPermissions = [Http("192.0.2.61/32")] }));
        await Client.AuthorizeSecurityGroupEgressAsync(new AuthorizeSecurityGroupEgressRequest { GroupId = group, IpPermissions = [Http("192.0.2.61/32")] });
    }

    [Fact]
    public async Task Rules_are_revoked_by_id_and_by_what_they_are()
    {
        string group = await sandbox.Group(await sandbox.Vpc(), "web");
        string rule = (await Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest { GroupId = group, IpPermissions = [Http("10.0.0.0/8"), Http("0.0.0.0/0")] })).SecurityGroupRules[0].SecurityGroupRuleId;

        await Refused("InvalidSecurityGroupRuleId.NotFound", Client.RevokeSecurityGroupEgressAsync(new RevokeSecurityGroupEgressRequest { GroupId = group, SecurityGroupRuleIds = [rule] }));
        RevokeSecurityGroupIngressResponse byId = await Client.RevokeSecurityGroupIngressAsync(new RevokeSecurityGroupIngressRequest { GroupId = group, SecurityGroupRuleIds = [rule] });
        RevokeSecurityGroupIngressResponse byContent = await Client.RevokeSecurityGroupIngressAsync(new RevokeSecurityGroupIngressRequest { GroupId = group, IpPermissions = [Http("0.0.0.0/0")] });

        Assert.Equal(rule, Assert.Single(byId.RevokedSecurityGroupRules).SecurityGroupRuleId);
        Assert.Equal("0.0.0.0/0", Assert.Single(byContent.RevokedSecurityGroupRules).CidrIpv4);
        await Refused("InvalidPermission.NotFound", Client.RevokeSecurityGroupIngressAsync(new RevokeSecurityGroupIngressRequest { GroupId = group, IpPermissions = [Http("0.0.0.0/0")] }));
        await Refused("InvalidSecurityGroupRuleId.NotFound", Client.RevokeSecurityGroupIngressAsync(new RevokeSecurityGroupIngressRequest { GroupId = group, SecurityGroupRuleIds = [rule] }));
        await Refused("InvalidSecurityGroupRuleId.Malformed", Client.DescribeSecurityGroupRulesAsync(new DescribeSecurityGroupRulesRequest { SecurityGroupRuleIds = ["rule"] }));
        await Client.RevokeSecurityGroupEgressAsync(new RevokeSecurityGroupEgressRequest { GroupId = group, IpPermissions = [new() { IpProtocol = "-1", Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0" }] }] });
        Assert.Empty((await Described(group)).IpPermissionsEgress ?? []);
    }

    [Fact]
    public async Task In_the_default_VPC_groups_have_names_and_unknown_rules_are_answered()
    {
        await Client.CreateSecurityGroupAsync(new CreateSecurityGroupRequest("web", "d"));
        await Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest { GroupName = "web", IpPermissions = [Http("0.0.0.0/0")] });

        RevokeSecurityGroupIngressResponse revoked = await Client.RevokeSecurityGroupIngressAsync(new RevokeSecurityGroupIngressRequest { GroupName = "web", IpPermissions = [Http("10.0.0.0/8")] });

        Assert.Equal("10.0.0.0/8", Assert.Single(Assert.Single(revoked.UnknownIpPermissions).Ipv4Ranges).CidrIp);
        Assert.Empty(revoked.RevokedSecurityGroupRules ?? []);
        Assert.Equal(2, (await Client.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupNames = ["web", "default"] })).SecurityGroups.Count);
        await Client.DeleteSecurityGroupAsync(new DeleteSecurityGroupRequest("web"));
        await Refused("InvalidGroup.NotFound", Client.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupNames = ["web"] }));
        await Refused("InvalidGroup.NotFound", Client.DeleteSecurityGroupAsync(new DeleteSecurityGroupRequest("web")));
        await Refused("MissingParameter", Client.DeleteSecurityGroupAsync(new DeleteSecurityGroupRequest()));
    }

    [Fact]
    public async Task A_group_stays_while_something_uses_it()
    {
        string vpc = await sandbox.Vpc();
        string web = await sandbox.Group(vpc, "web"), load = await sandbox.Group(vpc, "load");
        await Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest { GroupId = web, IpPermissions = [new() { IpProtocol = "-1", UserIdGroupPairs = [new() { GroupId = load }] }] });
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");
        string endpoint = (await Client.CreateVpcEndpointAsync(new CreateVpcEndpointRequest
        {
            VpcId = vpc, VpcEndpointType = "Interface", ServiceName = "com.amazonaws.us-east-1.ssm", SubnetIds = [subnet], SecurityGroupIds = [web],
        })).VpcEndpoint.VpcEndpointId;

        await Refused("DependencyViolation", Delete(load));
        await Refused("DependencyViolation", Delete(web));
        await Client.DeleteVpcEndpointsAsync(new DeleteVpcEndpointsRequest { VpcEndpointIds = [endpoint] });
        await Delete(web);
        await Delete(load);
        await Refused("InvalidGroup.NotFound", Delete(load));
        string first = Assert.Single((await Client.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { Filters = [new("vpc-id", [vpc])] })).SecurityGroups).GroupId;
        await Refused("CannotDelete", Delete(first));

        Task<DeleteSecurityGroupResponse> Delete(string group) => Client.DeleteSecurityGroupAsync(new DeleteSecurityGroupRequest { GroupId = group });
    }

    [Theory]
    [InlineData("group-name", "web")]
    [InlineData("description", "of a *")]
    [InlineData("ip-permission.cidr", "0.0.0.0/0")]
    [InlineData("ip-permission.from-port", "80")]
    [InlineData("ip-permission.to-port", "80")]
    [InlineData("ip-permission.protocol", "tcp")]
    [InlineData("egress.ip-permission.protocol", "-1")]
    [InlineData("tag:Application", "directory")]
    public async Task Groups_are_found_by_filters(string name, string value)
    {
        string vpc = await sandbox.Vpc();
        string group = await sandbox.Group(vpc, "web");
        await Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest { GroupId = group, IpPermissions = [Http("0.0.0.0/0")] });
        await Client.CreateTagsAsync(new CreateTagsRequest([group], [new("Application", "directory")]));

        List<SecurityGroup> found = (await Client.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { Filters = [new("vpc-id", [vpc]), new(name, [value])] })).SecurityGroups;

        Assert.Contains(group, found.Select(one => one.GroupId));
        Assert.Equal(name.StartsWith("egress", StringComparison.Ordinal) ? 2 : 1, found.Count);
    }

    private static IpPermission Http(string cidr) => new() { IpProtocol = "tcp", FromPort = 80, ToPort = 80, Ipv4Ranges = [new() { CidrIp = cidr }] };

    private async Task<SecurityGroup> Described(string id) =>
        Assert.Single((await Client.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupIds = [id] })).SecurityGroups);
}
