using System.Text.Json.Nodes;
using CloudEssentials.Accounts;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Policies;

namespace CloudEssentials.Tests.DirectoryApp;

public sealed class DirectoryAppBlueprintTests
{
    public static TheoryData<NatGatewayMode, int> Shapes()
    {
        TheoryData<NatGatewayMode, int> shapes = [];
        foreach (NatGatewayMode nat in Enum.GetValues<NatGatewayMode>())
        {
            for (int zones = 2; zones <= 4; zones++)
                shapes.Add(nat, zones);
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Everything_comes_after_what_it_needs_and_is_named_once(NatGatewayMode nat, int zones)
    {
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(Specs.Stack(nat, zones));
        HashSet<string> seen = [];

        foreach (AppResource resource in stack)
        {
            Assert.Subset(seen, resource.Dependencies.ToHashSet());
            Assert.True(seen.Add(resource.LogicalId), resource.LogicalId);
            Assert.All(resource.LogicalId, character => Assert.True(char.IsAsciiLetterOrDigit(character)));
            Assert.EndsWith(".", resource.Why, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(NatGatewayMode.None, 2, 0, 0)]
    [InlineData(NatGatewayMode.Single, 3, 1, 2)]
    [InlineData(NatGatewayMode.PerZone, 4, 4, 2)]
    public void There_is_of_each_type_what_the_options_ask(NatGatewayMode nat, int zones, int gateways, int endpoints)
    {
        ILookup<string, AppResource> byType = DirectoryAppBlueprint.Stack(Specs.Stack(nat, zones)).ToLookup(resource => resource.Type);

        Assert.Equal(2 * zones, byType["AWS::EC2::Subnet"].Count());
        Assert.Equal(1 + zones, byType["AWS::EC2::RouteTable"].Count());
        Assert.Equal(2 * zones, byType["AWS::EC2::SubnetRouteTableAssociation"].Count());
        Assert.Equal(gateways, byType["AWS::EC2::NatGateway"].Count());
        Assert.Equal(gateways, byType["AWS::EC2::EIP"].Count());
        Assert.Equal(1 + (gateways > 0 ? zones : 0), byType["AWS::EC2::Route"].Count());
        Assert.Equal(endpoints, byType["AWS::EC2::VPCEndpoint"].Count());
        Assert.Equal(3, byType["AWS::CloudWatch::Alarm"].Count());
    }

    [Fact]
    public void The_network_is_the_courses()
    {
        Assert.Equal(["10.1.1.0/24", "10.1.2.0/24", "10.1.3.0/24", "10.1.4.0/24"], Addresses(2));
        // A third and fourth zone leave the first four as they are.
        Assert.Equal(["10.1.1.0/24", "10.1.2.0/24", "10.1.5.0/24", "10.1.7.0/24", "10.1.3.0/24", "10.1.4.0/24", "10.1.6.0/24", "10.1.8.0/24"], Addresses(4));
        Assert.Equal(["172.20.0.32/27", "172.20.0.64/27", "172.20.0.96/27", "172.20.0.128/27"], Addresses(2, "172.20.0.0/23"));
    }

    [Fact]
    public void Without_a_NAT_gateway_instances_have_public_addresses_and_only_the_load_balancer_reaches_them()
    {
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(Specs.Stack());

        Assert.All(OfType(stack, "AWS::EC2::Subnet"), subnet => Assert.Equal(subnet.LogicalId.StartsWith("Public", StringComparison.Ordinal), subnet.Properties["MapPublicIpOnLaunch"]!.GetValue<bool>()));
        Assert.Equal("""[{"Ref":"PublicSubnet1"},{"Ref":"PublicSubnet2"}]""", Get(stack, "AutoScalingGroup")["VPCZoneIdentifier"]!.ToJsonString());
        JsonNode rule = Assert.Single(Get(stack, "AppSecurityGroup")["SecurityGroupIngress"]!.AsArray())!;
        Assert.Equal("""["LoadBalancerSecurityGroup","GroupId"]""", rule["SourceSecurityGroupId"]!["Fn::GetAtt"]!.ToJsonString());
        Assert.Null(rule["CidrIp"]);
    }

    [Fact]
    public void With_NAT_gateways_no_instance_has_a_public_address()
    {
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(Specs.Stack(NatGatewayMode.PerZone));

        Assert.All(OfType(stack, "AWS::EC2::Subnet"), subnet => Assert.False(subnet.Properties["MapPublicIpOnLaunch"]!.GetValue<bool>()));
        Assert.Equal("""[{"Ref":"PrivateSubnet1"},{"Ref":"PrivateSubnet2"}]""", Get(stack, "AutoScalingGroup")["VPCZoneIdentifier"]!.ToJsonString());
        Assert.Equal("NatGateway2", Get(stack, "PrivateRoute2")["NatGatewayId"]!["Ref"]!.GetValue<string>());
        Assert.Equal("NatGateway1", Get(DirectoryAppBlueprint.Stack(Specs.Stack(NatGatewayMode.Single)), "PrivateRoute2")["NatGatewayId"]!["Ref"]!.GetValue<string>());
    }

    [Fact]
    public void Nothing_is_open_but_port_80()
    {
        IEnumerable<JsonNode?> rules = OfType(DirectoryAppBlueprint.Stack(Specs.Stack()), "AWS::EC2::SecurityGroup")
            .Concat(DirectoryAppBlueprint.Instance(Specs.Stack(), InstanceParts.SecurityGroup))
            .SelectMany(group => group.Properties["SecurityGroupIngress"]!.AsArray());

        Assert.All(rules, rule => Assert.Equal((80, 80, "tcp"), (rule!["FromPort"]!.GetValue<int>(), rule["ToPort"]!.GetValue<int>(), rule["IpProtocol"]!.GetValue<string>())));
        Assert.Equal(3, rules.Count());
    }

    [Fact]
    public void Every_tag_list_names_application_part_and_resource_and_holds_the_users_tags()
    {
        foreach (AppResource resource in DirectoryAppBlueprint.Stack(Specs.Stack(NatGatewayMode.PerZone)).Where(resource => resource.Properties.ContainsKey("Tags")))
        {
            Dictionary<string, string> tags = resource.Properties["Tags"]!.AsArray().ToDictionary(tag => tag!["Key"]!.GetValue<string>(), tag => tag!["Value"]!.GetValue<string>());
            Assert.Equal(
                new Dictionary<string, string> { ["Application"] = "directory", ["ApplicationPart"] = resource.LogicalId, ["Name"] = resource.Name, ["CostCenter"] = "42", ["Team"] = "Operations" },
                tags);
        }
    }

    [Fact]
    public void Names_begin_with_the_applications_but_for_bucket_table_and_reader() =>
        Assert.All(
            DirectoryAppBlueprint.Stack(Specs.Stack(NatGatewayMode.PerZone)).Where(resource => resource.Type is not ("AWS::S3::Bucket" or "AWS::S3::BucketPolicy" or "AWS::DynamoDB::Table" or "AWS::SNS::Subscription")),
            resource => Assert.StartsWith("directory-", resource.Name, StringComparison.Ordinal));

    [Fact]
    public void The_launch_template_asks_for_IMDSv2_an_encrypted_volume_and_tags_what_it_launches()
    {
        JsonNode data = Get(DirectoryAppBlueprint.Stack(Specs.Stack()), "LaunchTemplate")["LaunchTemplateData"]!;

        Assert.Equal("required", data["MetadataOptions"]!["HttpTokens"]!.GetValue<string>());
        Assert.True(data["BlockDeviceMappings"]![0]!["Ebs"]!["Encrypted"]!.GetValue<bool>());
        Assert.Equal("resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64", data["ImageId"]!.GetValue<string>());
        Assert.Equal(["instance", "volume"], data["TagSpecifications"]!.AsArray().Select(tags => tags!["ResourceType"]!.GetValue<string>()));
        Assert.Equal(DirectoryAppUserData.For(Specs.Stack()), System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(data["UserData"]!.GetValue<string>())));
        Assert.Equal("course", data["KeyName"]!.GetValue<string>());
    }

    [Fact]
    public void The_role_may_do_what_the_application_uses_on_its_own_bucket_and_table_alone()
    {
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(Specs.Stack());
        JsonArray policies = Get(stack, "AppRole")["Policies"]!.AsArray();
        Assert.Equal(TrustPolicies.ForService("ec2.amazonaws.com"), PolicyDocument.Parse(Get(stack, "AppRole")["AssumeRolePolicyDocument"]!.ToJsonString()));
        PolicyDocument policy = PolicyDocument.Parse(policies[0]!["PolicyDocument"]!.ToJsonString());

        Assert.Equal(
            ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Scan", "dynamodb:UpdateItem", "s3:GetObject", "s3:PutObject"],
            policy.Statements.SelectMany(statement => statement.Action!).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["arn:aws:dynamodb:us-west-2:111122223333:table/Employees", "arn:aws:s3:::employee-photo-bucket-ab-907/*"],
            policy.Statements.SelectMany(statement => statement.Resource!).Order(StringComparer.Ordinal));
        Assert.Equal(5, PolicyDocument.Parse(policies[1]!["PolicyDocument"]!.ToJsonString()).Statements.Single().Action!.Count);
        Assert.Single(Get(DirectoryAppBlueprint.Stack(Specs.Stack() with { EnableSessionManager = false }), "AppRole")["Policies"]!.AsArray());
    }

    [Fact]
    public void Another_partition_has_its_own_ARNs()
    {
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(Specs.Stack() with { Region = "cn-north-1", Partition = "aws-cn", Zones = [] });
        string all = string.Concat(stack.Select(resource => resource.Properties.ToJsonString()));

        Assert.DoesNotContain("arn:aws:", all, StringComparison.Ordinal);
        Assert.Contains("arn:aws-cn:s3:::employee-photo-bucket-ab-907/*", all, StringComparison.Ordinal);
    }

    [Fact]
    public void The_target_group_and_the_group_have_the_courses_numbers()
    {
        IReadOnlyList<AppResource> stack = DirectoryAppBlueprint.Stack(Specs.Stack());
        JsonObject targets = Get(stack, "TargetGroup");
        JsonObject group = Get(stack, "AutoScalingGroup");

        Assert.Equal((2, 5, 30, 40), (Number(targets, "HealthyThresholdCount"), Number(targets, "UnhealthyThresholdCount"), Number(targets, "HealthCheckTimeoutSeconds"), Number(targets, "HealthCheckIntervalSeconds")));
        Assert.Equal(("2", "2", "4", "ELB"), (Text(group, "MinSize"), Text(group, "DesiredCapacity"), Text(group, "MaxSize"), Text(group, "HealthCheckType")));
        JsonObject policy = Get(stack, "ScalingPolicy");
        Assert.Equal((60, 300), (policy["TargetTrackingConfiguration"]!["TargetValue"]!.GetValue<int>(), Number(policy, "EstimatedInstanceWarmup")));
    }

    [Fact]
    public void Instances_by_themselves_need_only_what_is_asked_for()
    {
        Assert.Equal(["InstanceRole", "InstanceProfile"], Ids(InstanceParts.Role));
        Assert.Equal(["InstanceSecurityGroup"], Ids(InstanceParts.SecurityGroup));
        Assert.Equal(["PhotosBucket", "PhotosBucketPolicy", "EmployeesTable"], Ids(InstanceParts.Storage));
        Assert.Empty(Ids(InstanceParts.None));
        Assert.Equal("vpc-1", DirectoryAppBlueprint.Instance(Specs.Stack(), InstanceParts.SecurityGroup, "vpc-1").Single().Properties["VpcId"]!.GetValue<string>());
    }

    [Fact]
    public void One_instance_and_the_stack_of_the_same_name_share_storage_and_nothing_else()
    {
        IEnumerable<(string, string)> stack = DirectoryAppBlueprint.Stack(Specs.Stack()).Select(resource => (resource.Type, resource.Name));
        IEnumerable<(string, string)> instance = DirectoryAppBlueprint.Instance(Specs.Stack(), InstanceParts.Role | InstanceParts.SecurityGroup | InstanceParts.Storage)
            .Select(resource => (resource.Type, resource.Name));

        Assert.Equal(["AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::S3::BucketPolicy"], stack.Intersect(instance).Select(resource => resource.Item1).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Ids(InstanceParts parts) => DirectoryAppBlueprint.Instance(Specs.Stack(), parts).Select(resource => resource.LogicalId);

    private static IEnumerable<string> Addresses(int zones, string network = "10.1.0.0/16") =>
        OfType(DirectoryAppBlueprint.Stack(Specs.Stack(zones: zones) with { VpcCidr = network }), "AWS::EC2::Subnet").Select(subnet => Text(subnet.Properties, "CidrBlock"));

    private static IEnumerable<AppResource> OfType(IEnumerable<AppResource> stack, string type) => stack.Where(resource => resource.Type == type);

    private static JsonObject Get(IEnumerable<AppResource> stack, string logicalId) => stack.Single(resource => resource.LogicalId == logicalId).Properties;

    private static string Text(JsonObject properties, string name) => properties[name]!.GetValue<string>();

    private static int Number(JsonObject properties, string name) => properties[name]!.GetValue<int>();
}
