using Amazon.EC2;
using Amazon.EC2.Model;
using CloudEssentials.Sandbox;
using static CloudEssentials.Tests.Sandbox.Ec2Sandbox;

namespace CloudEssentials.Tests.Sandbox;

public sealed class Ec2VpcTests : IDisposable
{
    private readonly Ec2Sandbox sandbox = new();

    private AmazonEC2Client Client => sandbox.Client;

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task A_new_VPC_has_a_main_route_table_and_a_default_security_group()
    {
        Vpc made = (await Client.CreateVpcAsync(new CreateVpcRequest("10.1.2.3/16") { TagSpecifications = Tagged("vpc", "Name", "app") })).Vpc;
        Vpc described = Assert.Single((await Client.DescribeVpcsAsync(new DescribeVpcsRequest { VpcIds = [made.VpcId] })).Vpcs);
        RouteTable table = Assert.Single((await Client.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { Filters = [new("vpc-id", [made.VpcId])] })).RouteTables);
        SecurityGroup group = Assert.Single((await Client.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { Filters = [new("vpc-id", [made.VpcId])] })).SecurityGroups);

        Assert.Equal(("pending", "10.1.0.0/16"), (made.State.Value, made.CidrBlock));
        Assert.Equal(("available", false, "123456789012"), (described.State.Value, described.IsDefault, described.OwnerId));
        Assert.Equal(("Name", "app"), (Assert.Single(described.Tags).Key, described.Tags[0].Value));
        Assert.True(Assert.Single(table.Associations).Main);
        Assert.Equal(("10.1.0.0/16", "local", "CreateRouteTable"), (Assert.Single(table.Routes).DestinationCidrBlock, table.Routes[0].GatewayId, table.Routes[0].Origin.Value));
        Assert.Equal("default", group.GroupName);
        Assert.Equal(group.GroupId, Assert.Single(Assert.Single(group.IpPermissions).UserIdGroupPairs).GroupId);
        Assert.Equal("0.0.0.0/0", Assert.Single(Assert.Single(group.IpPermissionsEgress).Ipv4Ranges).CidrIp);
    }

    [Theory]
    [InlineData("10.0.0.0/15", "InvalidVpc.Range")]
    [InlineData("10.0.0.0/29", "InvalidVpc.Range")]
    [InlineData("127.0.0.0/16", "InvalidVpc.Range")]
    [InlineData("10.0.0/16", "InvalidParameterValue")]
    [InlineData("10.0.0.0", "InvalidParameterValue")]
    public async Task A_VPC_has_a_range_between_28_and_16_bits(string cidr, string code) =>
        await Refused(code, Client.CreateVpcAsync(new CreateVpcRequest(cidr)));

    [Fact]
    public async Task What_the_sandbox_cannot_do_it_refuses()
    {
        await Refused("MissingParameter", Client.CreateVpcAsync(new CreateVpcRequest()));
        (string code, string message) = await Refusal(Client.CreateVpcAsync(new CreateVpcRequest("10.0.0.0/16") { AmazonProvidedIpv6CidrBlock = true }));

        Assert.Equal("UnsupportedOperation", code);
        Assert.Contains("AmazonProvidedIpv6CidrBlock", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Region_has_five_VPCs_the_default_one_included()
    {
        for (int number = 0; number < 4; number++) await sandbox.Vpc($"10.{number}.0.0/16");

        await Refused("VpcLimitExceeded", Client.CreateVpcAsync(new CreateVpcRequest("10.9.0.0/16")));
        Assert.Equal(5, (await Client.DescribeVpcsAsync(new DescribeVpcsRequest())).Vpcs.Count);
    }

    [Fact]
    public async Task A_VPC_goes_when_nothing_is_left_in_it()
    {
        string vpc = await sandbox.Vpc();
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");
        string table = await sandbox.Table(vpc);
        string group = await sandbox.Group(vpc, "web");
        string gateway = await sandbox.Gateway(vpc);
        string endpoint = (await Client.CreateVpcEndpointAsync(new CreateVpcEndpointRequest { VpcId = vpc, ServiceName = "com.amazonaws.us-east-1.s3" })).VpcEndpoint.VpcEndpointId;
        Func<Task>[] removals =
        [
            () => Client.DeleteSubnetAsync(new DeleteSubnetRequest(subnet)),
            () => Client.DeleteRouteTableAsync(new DeleteRouteTableRequest { RouteTableId = table }),
            () => Client.DeleteSecurityGroupAsync(new DeleteSecurityGroupRequest { GroupId = group }),
            () => Client.DetachInternetGatewayAsync(new DetachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc }),
            () => Client.DeleteVpcEndpointsAsync(new DeleteVpcEndpointsRequest { VpcEndpointIds = [endpoint] }),
        ];

        foreach (Func<Task> removal in removals)
        {
            await Refused("DependencyViolation", Client.DeleteVpcAsync(new DeleteVpcRequest(vpc)));
            await removal();
        }

        await Client.DeleteVpcAsync(new DeleteVpcRequest(vpc));
        await Refused("InvalidVpcID.NotFound", Client.DescribeVpcsAsync(new DescribeVpcsRequest { VpcIds = [vpc] }));
        Assert.Empty((await Client.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { Filters = [new("vpc-id", [vpc])] })).SecurityGroups ?? []);
        Assert.Empty((await Client.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { Filters = [new("vpc-id", [vpc])] })).RouteTables ?? []);
    }

    [Fact]
    public async Task Ids_are_of_a_form_and_of_something()
    {
        Assert.Equal(
            ("InvalidVpcID.NotFound", "The vpc ID 'vpc-0123456789abcdef0' does not exist"),
            await Refusal(Client.DeleteVpcAsync(new DeleteVpcRequest("vpc-0123456789abcdef0"))));
        await Refused("InvalidVpcID.Malformed", Client.DeleteVpcAsync(new DeleteVpcRequest("vpc-x")));
        await Refused("InvalidVpcID.Malformed", Client.DescribeVpcsAsync(new DescribeVpcsRequest { VpcIds = ["subnet-01234567"] }));
        await Refused("InvalidSubnetID.NotFound", Client.DeleteSubnetAsync(new DeleteSubnetRequest("subnet-01234567")));
        await Refused("InvalidSubnetID.Malformed", Client.DescribeSubnetsAsync(new DescribeSubnetsRequest { SubnetIds = ["x"] }));
    }

    [Fact]
    public async Task A_VPC_of_another_Region_is_not_there()
    {
        using var wire = new WireClient(sandbox.Account);
        string vpc = await sandbox.Vpc();

        WireAnswer answer = await wire.Ec2In("eu-west-1", "DescribeVpcs", ("VpcId.1", vpc));

        Assert.Equal("InvalidVpcID.NotFound", answer.Code);
    }

    [Fact]
    public async Task DNS_is_changed_one_attribute_at_a_time()
    {
        string vpc = await sandbox.Vpc();

        await Refused("InvalidParameterCombination", Client.ModifyVpcAttributeAsync(new ModifyVpcAttributeRequest { VpcId = vpc }));
        await Refused("InvalidParameterCombination", Client.ModifyVpcAttributeAsync(new ModifyVpcAttributeRequest { VpcId = vpc, EnableDnsHostnames = true, EnableDnsSupport = true }));
        await Client.ModifyVpcAttributeAsync(new ModifyVpcAttributeRequest { VpcId = vpc, EnableDnsSupport = false });
        await Refused("InvalidParameterCombination", Client.ModifyVpcAttributeAsync(new ModifyVpcAttributeRequest { VpcId = vpc, EnableDnsHostnames = true }));
        await Client.ModifyVpcAttributeAsync(new ModifyVpcAttributeRequest { VpcId = vpc, EnableDnsSupport = true });
        await Client.ModifyVpcAttributeAsync(new ModifyVpcAttributeRequest { VpcId = vpc, EnableDnsHostnames = true });
        await Client.ModifyVpcAttributeAsync(new ModifyVpcAttributeRequest { VpcId = vpc, EnableNetworkAddressUsageMetrics = true });

        Assert.True((await Attribute("enableDnsHostnames")).EnableDnsHostnames);
        Assert.True((await Attribute("enableDnsSupport")).EnableDnsSupport);
        Assert.True((await Attribute("enableNetworkAddressUsageMetrics")).EnableNetworkAddressUsageMetrics);

        Task<DescribeVpcAttributeResponse> Attribute(string name) =>
            Client.DescribeVpcAttributeAsync(new DescribeVpcAttributeRequest { VpcId = vpc, Attribute = name });
    }

    [Theory]
    [InlineData("cidr", "10.1.0.0/16", true)]
    [InlineData("cidr-block-association.cidr-block", "10.1.*", true)]
    [InlineData("cidr-block-association.state", "associated", true)]
    [InlineData("is-default", "false", true)]
    [InlineData("isDefault", "true", false)]
    [InlineData("owner-id", "123456789012", true)]
    [InlineData("state", "available", true)]
    [InlineData("dhcp-options-id", "dopt-*", true)]
    [InlineData("tag:Application", "directory", true)]
    [InlineData("tag:Application", "dir?ctory", true)]
    [InlineData("tag:application", "directory", false)]
    [InlineData("tag-key", "Application", true)]
    [InlineData("tag-value", "directory", true)]
    [InlineData("ipv6-cidr-block-association.state", "associated", false)]
    public async Task VPCs_are_found_by_filters(string name, string value, bool isFound)
    {
        string vpc = (await Client.CreateVpcAsync(new CreateVpcRequest("10.1.0.0/16") { TagSpecifications = Tagged("vpc", "Application", "directory") })).Vpc.VpcId;

        List<Vpc> found = (await Client.DescribeVpcsAsync(new DescribeVpcsRequest { Filters = [new(name, [value])] })).Vpcs ?? [];

        Assert.Equal(isFound, found.Any(one => one.VpcId == vpc));
    }

    [Fact]
    public async Task A_subnet_lies_in_its_VPC_and_in_no_other_subnet()
    {
        string vpc = await sandbox.Vpc();
        Subnet made = (await Client.CreateSubnetAsync(new CreateSubnetRequest(vpc, "10.1.1.7/24") { AvailabilityZone = "us-east-1b", TagSpecifications = Tagged("subnet", "Tier", "public") })).Subnet;

        Assert.Equal(("10.1.1.0/24", "us-east-1b", 251, "public"), (made.CidrBlock, made.AvailabilityZone, made.AvailableIpAddressCount, Assert.Single(made.Tags).Value));
        Assert.Equal($"arn:aws:ec2:us-east-1:123456789012:subnet/{made.SubnetId}", made.SubnetArn);
        await Refused("InvalidSubnet.Range", Client.CreateSubnetAsync(new CreateSubnetRequest(vpc, "10.2.0.0/24")));
        await Refused("InvalidSubnet.Range", Client.CreateSubnetAsync(new CreateSubnetRequest(vpc, "10.1.2.0/29")));
        await Refused("InvalidSubnet.Range", Client.CreateSubnetAsync(new CreateSubnetRequest(vpc, "10.0.0.0/15")));
        await Refused("InvalidSubnet.Conflict", Client.CreateSubnetAsync(new CreateSubnetRequest(vpc, "10.1.1.128/25")));
        await Refused("InvalidSubnet.Conflict", Client.CreateSubnetAsync(new CreateSubnetRequest(vpc, "10.1.0.0/20")));
        await Refused("InvalidParameterValue", Client.CreateSubnetAsync(new CreateSubnetRequest(vpc, "nowhere")));
        await Refused("MissingParameter", Client.CreateSubnetAsync(new CreateSubnetRequest { VpcId = vpc }));
        await Refused("InvalidVpcID.NotFound", Client.CreateSubnetAsync(new CreateSubnetRequest("vpc-01234567", "10.1.3.0/24")));
        (string code, string message) = await Refusal(Client.CreateSubnetAsync(new CreateSubnetRequest(vpc, "10.1.3.0/24") { AvailabilityZone = "us-east-1z" }));
        Assert.Equal("InvalidParameterValue", code);
        Assert.Contains("us-east-1a, us-east-1b", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subnets_without_a_zone_are_spread()
    {
        string vpc = await sandbox.Vpc();
        HashSet<string> zones = [];
        for (int number = 0; number < 6; number++)
        {
            zones.Add((await Client.CreateSubnetAsync(new CreateSubnetRequest(vpc, $"10.1.{number}.0/24"))).Subnet.AvailabilityZone);
        }

        Assert.Equal(6, zones.Count);
    }

    [Fact]
    public async Task A_subnet_holds_its_addresses_back_for_interfaces_and_stays_while_one_is_there()
    {
        string vpc = await sandbox.Vpc();
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/28");
        string nat = (await Client.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet, ConnectivityType = "private" })).NatGateway.NatGatewayId;

        Assert.Equal(10, Assert.Single((await Client.DescribeSubnetsAsync(new DescribeSubnetsRequest { SubnetIds = [subnet] })).Subnets).AvailableIpAddressCount);
        await Refused("DependencyViolation", Client.DeleteSubnetAsync(new DeleteSubnetRequest(subnet)));
        await Client.DeleteNatGatewayAsync(new DeleteNatGatewayRequest { NatGatewayId = nat });
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(11, Assert.Single((await Client.DescribeSubnetsAsync(new DescribeSubnetsRequest { SubnetIds = [subnet] })).Subnets).AvailableIpAddressCount);
        await Client.DeleteSubnetAsync(new DeleteSubnetRequest(subnet));
        await Refused("InvalidSubnetID.NotFound", Client.DescribeSubnetsAsync(new DescribeSubnetsRequest { SubnetIds = [subnet] }));
    }

    [Fact]
    public async Task A_subnets_attributes_are_changed_one_at_a_time()
    {
        string vpc = await sandbox.Vpc();
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");

        await Client.ModifySubnetAttributeAsync(new ModifySubnetAttributeRequest { SubnetId = subnet, MapPublicIpOnLaunch = true });
        await Client.ModifySubnetAttributeAsync(new ModifySubnetAttributeRequest { SubnetId = subnet, PrivateDnsHostnameTypeOnLaunch = "resource-name" });
        await Client.ModifySubnetAttributeAsync(new ModifySubnetAttributeRequest { SubnetId = subnet, EnableResourceNameDnsARecordOnLaunch = true });

        Subnet changed = Assert.Single((await Client.DescribeSubnetsAsync(new DescribeSubnetsRequest { SubnetIds = [subnet] })).Subnets);
        Assert.True(changed.MapPublicIpOnLaunch);
        Assert.Equal("resource-name", changed.PrivateDnsNameOptionsOnLaunch.HostnameType.Value);
        Assert.True(changed.PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsARecord);
        await Refused("UnsupportedOperation", Client.ModifySubnetAttributeAsync(new ModifySubnetAttributeRequest { SubnetId = subnet, EnableDns64 = true }));
        await Refused("InvalidParameterCombination", Client.ModifySubnetAttributeAsync(new ModifySubnetAttributeRequest { SubnetId = subnet }));
    }

    [Theory]
    [InlineData("availability-zone", "us-east-1c")]
    [InlineData("availabilityZone", "us-east-1c")]
    [InlineData("available-ip-address-count", "251")]
    [InlineData("cidr-block", "10.1.5.0/24")]
    [InlineData("cidr", "10.1.5.0/24")]
    [InlineData("cidrBlock", "10.1.5.0/24")]
    [InlineData("default-for-az", "false")]
    [InlineData("map-public-ip-on-launch", "false")]
    [InlineData("private-dns-name-options-on-launch.hostname-type", "ip-name")]
    [InlineData("subnet-arn", "arn:aws:ec2:us-east-1:*")]
    [InlineData("state", "available")]
    public async Task Subnets_are_found_by_filters(string name, string value)
    {
        string vpc = await sandbox.Vpc();
        string subnet = await sandbox.Subnet(vpc, "10.1.5.0/24", "us-east-1c");

        List<Subnet> found = (await Client.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = [new("vpc-id", [vpc]), new(name, [value])] })).Subnets;

        Assert.Equal(subnet, Assert.Single(found).SubnetId);
    }

    [Fact]
    public async Task Answers_come_in_pages_that_nothing_shifts()
    {
        string vpc = await sandbox.Vpc();
        List<string> made = [];
        for (int number = 0; number < 12; number++) made.Add(await sandbox.Subnet(vpc, $"10.1.{number}.0/24"));
        List<Filter> ofVpc = [new("vpc-id", [vpc])];

        DescribeSubnetsResponse first = await Client.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = ofVpc, MaxResults = 5 });
        await Client.DeleteSubnetAsync(new DeleteSubnetRequest(first.Subnets[0].SubnetId));
        DescribeSubnetsResponse second = await Client.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = ofVpc, MaxResults = 5, NextToken = first.NextToken });
        DescribeSubnetsResponse third = await Client.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = ofVpc, MaxResults = 5, NextToken = second.NextToken });

        Assert.Equal((5, 5, 2), (first.Subnets.Count, second.Subnets.Count, third.Subnets.Count));
        Assert.Null(third.NextToken);
        Assert.Equal(made.Order(StringComparer.Ordinal), first.Subnets.Concat(second.Subnets).Concat(third.Subnets).Select(subnet => subnet.SubnetId).Order(StringComparer.Ordinal));
        await Refused("InvalidParameterValue", Client.DescribeSubnetsAsync(new DescribeSubnetsRequest { MaxResults = 5, NextToken = "nobody's" }));
        await Refused("InvalidParameterValue", Client.DescribeVpcsAsync(new DescribeVpcsRequest { MaxResults = 5, NextToken = first.NextToken }));
    }

    [Fact]
    public async Task A_new_VPC_is_described_when_readers_have_caught_up_and_named_before()
    {
        var clock = new SandboxClock(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using var account = new SandboxAccount(new SandboxOptions
        {
            Clock = clock,
            ConsistencyLag = new Dictionary<string, TimeSpan> { ["ec2-network:vpcs"] = TimeSpan.FromSeconds(5) },
        });
        using var wire = new WireClient(account);
        string vpc = (await wire.Ec2("CreateVpc", ("CidrBlock", "10.1.0.0/16"))).Text("vpcId")!;

        Assert.Equal("InvalidVpcID.NotFound", (await wire.Ec2("DescribeVpcs", ("VpcId.1", vpc))).Code);
        Assert.DoesNotContain(vpc, (await wire.Ec2("DescribeVpcs")).All("vpcId"));
        Assert.Equal(200, (await wire.Ec2("CreateSubnet", ("VpcId", vpc), ("CidrBlock", "10.1.1.0/24"))).Status);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(vpc, (await wire.Ec2("DescribeVpcs", ("VpcId.1", vpc))).Text("vpcId"));
    }

    [Fact]
    public async Task A_copy_of_the_account_has_the_same_network()
    {
        string vpc = await sandbox.Vpc();
        string gateway = await sandbox.Gateway(vpc), table = await sandbox.Table(vpc), group = await sandbox.Group(vpc, "web");
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");
        await Client.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", GatewayId = gateway });
        await Client.AssociateRouteTableAsync(new AssociateRouteTableRequest { RouteTableId = table, SubnetId = subnet });
        await Client.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest
        {
            GroupId = group,
            IpPermissions = [new() { IpProtocol = "tcp", FromPort = 80, ToPort = 80, Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0" }] }],
            TagSpecifications = Tagged("security-group-rule", "Why", "test"),
        });
        await Client.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet, AllocationId = await sandbox.Address() });
        await Client.CreateVpcEndpointAsync(new CreateVpcEndpointRequest { VpcId = vpc, ServiceName = "com.amazonaws.us-east-1.s3", RouteTableIds = [table] });
        await Client.CreateKeyPairAsync(new CreateKeyPairRequest("admin") { KeyType = "ed25519" });
        string[] questions =
        [
            "DescribeVpcs", "DescribeSubnets", "DescribeInternetGateways", "DescribeRouteTables", "DescribeSecurityGroups", "DescribeSecurityGroupRules",
            "DescribeNatGateways", "DescribeAddresses", "DescribeVpcEndpoints", "DescribeNetworkInterfaces", "DescribeKeyPairs", "DescribeTags",
        ];
        using SandboxAccount copy = sandbox.Account.Copy();
        using WireClient here = new(sandbox.Account), there = new(copy);

        foreach (string question in questions)
        {
            WireAnswer expected = await here.Ec2(question), answer = await there.Ec2(question);
            Assert.Equal(200, answer.Status);
            Assert.Equal(expected.Body.Replace(expected.RequestId, string.Empty, StringComparison.Ordinal), answer.Body.Replace(answer.RequestId, string.Empty, StringComparison.Ordinal));
        }
    }
}
