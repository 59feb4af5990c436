using System.Text.Json.Nodes;
using Amazon.EC2;
using Amazon.EC2.Model;
using CloudEssentials.Policies.Generation;
using static CloudEssentials.Tests.Sandbox.Ec2Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>What policies can ask of EC2's calls: resources, their tags, the tags of the request, the VPC, the call that tags.</summary>
public sealed class Ec2AuthorizationTests : IDisposable
{
    private readonly Ec2Sandbox sandbox = new();
    private readonly WireClient root;

    public Ec2AuthorizationTests() => root = new WireClient(sandbox.Account);

    private AmazonEC2Client Client => sandbox.Client;

    public void Dispose()
    {
        root.Dispose();
        sandbox.Dispose();
    }

    [Fact]
    public async Task Who_deploys_the_application_makes_and_removes_its_network_and_touches_no_other()
    {
        string policy = OfEc2(PolicyTaskCatalog.Get("DeployDirectoryApp").Fill(new Dictionary<string, object?> { ["Bucket"] = "photos", ["Region"] = "us-east-1" }).ToString());
        using AmazonEC2Client deployer = await User("deployer", policy);
        string foreignVpc = (await sandbox.DefaultVpc()).VpcId;

        string vpc = (await deployer.CreateVpcAsync(new CreateVpcRequest("10.1.0.0/16") { TagSpecifications = Own("vpc") })).Vpc.VpcId;
        string subnet = (await deployer.CreateSubnetAsync(new CreateSubnetRequest(vpc, "10.1.1.0/24") { TagSpecifications = Own("subnet") })).Subnet.SubnetId;
        string gateway = (await deployer.CreateInternetGatewayAsync(new CreateInternetGatewayRequest { TagSpecifications = Own("internet-gateway") })).InternetGateway.InternetGatewayId;
        string table = (await deployer.CreateRouteTableAsync(new CreateRouteTableRequest { VpcId = vpc, TagSpecifications = Own("route-table") })).RouteTable.RouteTableId;
        string group = (await deployer.CreateSecurityGroupAsync(new CreateSecurityGroupRequest("web", "d") { VpcId = vpc, TagSpecifications = Own("security-group") })).GroupId;
        await Refused("UnauthorizedOperation", deployer.AttachInternetGatewayAsync(new AttachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = foreignVpc }));
        await deployer.AttachInternetGatewayAsync(new AttachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc });
        await deployer.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", GatewayId = gateway });
        await deployer.AssociateRouteTableAsync(new AssociateRouteTableRequest { RouteTableId = table, SubnetId = subnet });
        await deployer.ModifySubnetAttributeAsync(new ModifySubnetAttributeRequest { SubnetId = subnet, MapPublicIpOnLaunch = true });
        await deployer.AuthorizeSecurityGroupIngressAsync(new AuthorizeSecurityGroupIngressRequest { GroupId = group, IpPermissions = [new() { IpProtocol = "tcp", FromPort = 80, ToPort = 80, Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0" }] }] });

        await Refused("UnauthorizedOperation", deployer.CreateTagsAsync(new CreateTagsRequest([foreignVpc], [new("Application", "directory")])));
        await Refused("UnauthorizedOperation", deployer.DeleteVpcAsync(new DeleteVpcRequest(foreignVpc)));
        await Refused("UnauthorizedOperation", deployer.CreateKeyPairAsync(new CreateKeyPairRequest("back-door") { KeyType = "ed25519" }));
        await Refused("UnauthorizedOperation", deployer.ModifyVpcAttributeAsync(new ModifyVpcAttributeRequest { VpcId = foreignVpc, EnableDnsSupport = false }));
        await Refused("UnauthorizedOperation", deployer.DescribeVolumesAsync(new DescribeVolumesRequest()));

        await deployer.DeleteSubnetAsync(new DeleteSubnetRequest(subnet));
        await deployer.DetachInternetGatewayAsync(new DetachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc });
        await deployer.DeleteInternetGatewayAsync(new DeleteInternetGatewayRequest { InternetGatewayId = gateway });
        await deployer.DeleteRouteTableAsync(new DeleteRouteTableRequest { RouteTableId = table });
        await deployer.DeleteSecurityGroupAsync(new DeleteSecurityGroupRequest { GroupId = group });
        await deployer.DeleteVpcAsync(new DeleteVpcRequest(vpc));
    }

    [Fact]
    public async Task Another_application_of_the_same_tag_is_not_ones_own()
    {
        using AmazonEC2Client deployer = await User("deployer", Allow("ec2:DeleteVpc", """{"StringEquals":{"aws:ResourceTag/Application":"directory"}}"""));
        string other = (await Client.CreateVpcAsync(new CreateVpcRequest("10.1.0.0/16") { TagSpecifications = Tagged("vpc", "Application", "other") })).Vpc.VpcId;

        (string code, string message) = await Refusal(deployer.DeleteVpcAsync(new DeleteVpcRequest(other)));

        Assert.Equal("UnauthorizedOperation", code);
        Assert.Contains($"is not authorized to perform: ec2:DeleteVpc on resource: arn:aws:ec2:us-east-1:123456789012:vpc/{other} because", message, StringComparison.Ordinal);
        await Client.CreateTagsAsync(new CreateTagsRequest([other], [new("Application", "directory")]));
        await deployer.DeleteVpcAsync(new DeleteVpcRequest(other));
    }

    [Fact]
    public async Task Each_resource_that_a_call_touches_must_be_allowed()
    {
        string vpc = await sandbox.Vpc(), gateway = await sandbox.Gateway();
        using AmazonEC2Client half = await User("half", Allow("ec2:AttachInternetGateway", null, $"arn:aws:ec2:us-east-1:123456789012:internet-gateway/{gateway}"));
        using AmazonEC2Client whole = await User("whole", Allow("ec2:AttachInternetGateway", null, $"arn:aws:ec2:us-east-1:123456789012:internet-gateway/{gateway}\",\"arn:aws:ec2:*:*:vpc/{vpc}"));
        AttachInternetGatewayRequest request = new() { InternetGatewayId = gateway, VpcId = vpc };

        (_, string message) = await Refusal(half.AttachInternetGatewayAsync(request));

        Assert.Contains($"on resource: arn:aws:ec2:us-east-1:123456789012:vpc/{vpc}", message, StringComparison.Ordinal);
        await whole.AttachInternetGatewayAsync(request);
    }

    [Fact]
    public async Task Tags_given_at_creation_need_leave_to_tag_and_are_asked_about()
    {
        using AmazonEC2Client bare = await User("bare", Allow("ec2:CreateVpc", null));
        using AmazonEC2Client tagging = await User("tagging", $"{Allow("ec2:CreateVpc", """{"StringEquals":{"aws:RequestTag/Team":"a"},"ForAllValues:StringEquals":{"aws:TagKeys":["Team"]}}""")[..^2]},{Statement("ec2:CreateTags", """{"StringEquals":{"ec2:CreateAction":"CreateVpc","aws:RequestTag/Team":"a"}}""")}]}}");

        await Refused("UnauthorizedOperation", bare.CreateVpcAsync(new CreateVpcRequest("10.1.0.0/16") { TagSpecifications = Tagged("vpc", "Team", "a") }));
        await bare.CreateVpcAsync(new CreateVpcRequest("10.1.0.0/16"));
        string made = (await tagging.CreateVpcAsync(new CreateVpcRequest("10.2.0.0/16") { TagSpecifications = Tagged("vpc", "Team", "a") })).Vpc.VpcId;
        await Refused("UnauthorizedOperation", tagging.CreateVpcAsync(new CreateVpcRequest("10.3.0.0/16") { TagSpecifications = Tagged("vpc", "Team", "b") }));
        await Refused("UnauthorizedOperation", tagging.CreateVpcAsync(new CreateVpcRequest("10.3.0.0/16") { TagSpecifications = [new() { ResourceType = "vpc", Tags = [new("Team", "a"), new("Other", "x")] }] }));
        await Refused("UnauthorizedOperation", tagging.CreateVpcAsync(new CreateVpcRequest("10.3.0.0/16")));
        await Refused("UnauthorizedOperation", tagging.CreateTagsAsync(new CreateTagsRequest([made], [new("Team", "a")])));
    }

    [Theory]
    [InlineData("""{"StringEquals":{"ec2:Vpc":"arn:aws:ec2:us-east-1:123456789012:vpc/{vpc}"}}""", true)]
    [InlineData("""{"StringEquals":{"ec2:Vpc":"arn:aws:ec2:us-east-1:123456789012:vpc/vpc-01234567"}}""", false)]
    [InlineData("""{"StringEquals":{"ec2:SubnetID":"{subnet}"}}""", true)]
    [InlineData("""{"StringEquals":{"ec2:AvailabilityZone":"us-east-1a"}}""", true)]
    [InlineData("""{"StringEquals":{"ec2:Region":"us-east-1"}}""", true)]
    [InlineData("""{"StringEquals":{"ec2:Region":"eu-west-1"}}""", false)]
    [InlineData("""{"StringEquals":{"ec2:ResourceTag/Tier":"public"}}""", true)]
    [InlineData("""{"StringEquals":{"ec2:ResourceTag/Tier":"private"}}""", false)]
    [InlineData("""{"StringEquals":{"ec2:Attribute":"MapPublicIpOnLaunch"}}""", true)]
    [InlineData("""{"StringEquals":{"ec2:Attribute":"EnableDns64"}}""", false)]
    public async Task Conditions_know_the_subnet(string condition, bool isAllowed)
    {
        string vpc = await sandbox.Vpc();
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");
        await Client.CreateTagsAsync(new CreateTagsRequest([subnet], [new("Tier", "public")]));
        using AmazonEC2Client user = await User("user", Allow("ec2:ModifySubnetAttribute", condition.Replace("{vpc}", vpc, StringComparison.Ordinal).Replace("{subnet}", subnet, StringComparison.Ordinal)));
        Task<ModifySubnetAttributeResponse> call = user.ModifySubnetAttributeAsync(new ModifySubnetAttributeRequest { SubnetId = subnet, MapPublicIpOnLaunch = true });

        await (isAllowed ? call : Refused("UnauthorizedOperation", call));
    }

    [Fact]
    public async Task A_dry_run_asks_for_the_same_permissions()
    {
        using AmazonEC2Client nobody = await User("nobody", Allow("ec2:DescribeVpcs", null));

        await Refused("UnauthorizedOperation", nobody.CreateVpcAsync(new CreateVpcRequest("10.1.0.0/16") { DryRun = true }));
        await Refused("DryRunOperation", Client.CreateVpcAsync(new CreateVpcRequest("10.1.0.0/16") { DryRun = true }));
        Assert.Single((await nobody.DescribeVpcsAsync(new DescribeVpcsRequest())).Vpcs);
    }

    private static List<TagSpecification> Own(string type) => Tagged(type, "Application", "directory");

    // The whole is longer than one policy may be.
    private static string OfEc2(string policy)
    {
        JsonNode document = JsonNode.Parse(policy)!;
        document["Statement"] = new JsonArray([.. document["Statement"]!.AsArray().Where(statement => statement!["Action"]!.ToJsonString().Contains("\"ec2:", StringComparison.Ordinal)).Select(statement => statement!.DeepClone())]);
        return document.ToJsonString();
    }

    private static string Allow(string action, string? condition, string resource = "*") =>
        $$"""{"Version":"2012-10-17","Statement":[{{Statement(action, condition, resource)}}]}""";

    private static string Statement(string action, string? condition, string resource = "*") =>
        $$"""{"Effect":"Allow","Action":"{{action}}","Resource":["{{resource}}"]{{(condition is null ? "" : $",\"Condition\":{condition}")}}}""";

    private async Task<AmazonEC2Client> User(string name, string policy)
    {
        await root.Iam("CreateUser", ("UserName", name));
        Assert.Equal(200, (await root.Iam("CreatePolicy", ("PolicyName", name), ("PolicyDocument", policy))).Status);
        await root.Iam("AttachUserPolicy", ("UserName", name), ("PolicyArn", $"arn:aws:iam::123456789012:policy/{name}"));
        WireAnswer key = await root.Iam("CreateAccessKey", ("UserName", name));
        return sandbox.ClientOf(key.Text("AccessKeyId")!, key.Text("SecretAccessKey")!);
    }
}
