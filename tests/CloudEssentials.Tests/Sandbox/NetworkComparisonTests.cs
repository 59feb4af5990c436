using Amazon.EC2;
using Amazon.EC2.Model;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Clients;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>The networks of the sandbox beside those of an emulator that others wrote, as <see cref="EmulatorComparisonTests"/> compares the rest.</summary>
public sealed class NetworkComparisonTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Absent = "vpc-0123456789abcdef0";

    private static readonly KnownDifference[] Known =
    [
        new("CreateVpc", @"\.State\.Value$", "API_CreateVpc: a new VPC is pending; the emulator's is available at once."),
        new("", @"\.DhcpOptionsId$", "API_Vpc: the id of a set of options; the emulator names none."),
        new("", @"\.BlockPublicAccessStates\.", "The emulator does not have it yet; API_Vpc and API_Subnet do."),
        new("CreateSubnet", @"\.(EnableDns64|MapCustomerOwnedIpOnLaunch)$", "API_Subnet: the emulator leaves it out."),
        new("DescribeSubnets", @"\.(EnableDns64|MapCustomerOwnedIpOnLaunch)$", "API_Subnet: the emulator leaves it out."),
        new("CreateRouteTable", "^ClientToken$", "API_CreateRouteTable answers the token; the emulator does not."),
        new("CreateSecurityGroup tagged", "^Tags", "API_CreateSecurityGroup answers the tags; the emulator does not."),
        new("AuthorizeSecurityGroupIngress", @"\.(GroupOwnerId|SecurityGroupRuleArn)$", "API_SecurityGroupRule: the emulator leaves it out."),
        new("DescribeSecurityGroupRules", @"\.(GroupOwnerId|SecurityGroupRuleArn)$", "API_SecurityGroupRule: the emulator leaves it out."),
        new("AuthorizeSecurityGroupIngress malformed", "^Code$", "Error codes for the Amazon EC2 API: InvalidPermission.Malformed is for ranges that are not in CIDR notation."),
        new("RevokeSecurityGroupIngress", "^(Return|RevokedSecurityGroupRules)", "API_RevokeSecurityGroupIngress answers the rules that it took away; the emulator does not."),
        new("DeleteSecurityGroup in use", ".", "API_DeleteSecurityGroup: a group that another one names is kept, with DependencyViolation; the emulator deletes it."),
        new("DeleteSecurityGroup", "^(GroupId|Return)$", "API_DeleteSecurityGroup answers both; the emulator neither."),
        new("AllocateAddress", "^(NetworkBorderGroup|PublicIpv4Pool)$", "API_AllocateAddress: the emulator leaves it out."),
        new("DescribeAddresses", @"\.(NetworkBorderGroup|PublicIpv4Pool|InstanceId|NetworkInterfaceId)$", "API_Address: the emulator leaves some out, and gives others empty."),
        new("", "PublicIp$|PublicDnsName$", "Public addresses are each account's own; the emulator takes them for private ones in names."),
        new("CreateNatGateway", "^ClientToken$", "API_CreateNatGateway answers the token; the emulator does not."),
        new("CreateNatGateway", @"\.State\.Value$", "API_CreateNatGateway: a new gateway is pending; the emulator's is available at once."),
        new("", @"\.(AvailabilityMode|ConnectivityType)\.Value$", "API_NatGateway: the emulator leaves it out."),
        new("", @"\.NatGatewayAddresses\[0\]\.(IsPrimary|Status\.Value|AssociationId)$", "API_NatGatewayAddress: the emulator leaves it out, or has it before the gateway is available."),
        new("", @"\.(PrivateIp|PrivateIpAddress|PrivateDnsName)$", "The emulator takes an address that is not of the subnet."),
        new("DescribeNetworkInterfaces", @"\.(Attachment|Association|Groups\[0\])\.", "What a NAT gateway has is attached, with the gateway's address and without security groups: NAT gateway basics."),
        new("DescribeNetworkInterfaces", @"\.(AvailabilityZoneId|Description|InterfaceType\.Value|Operator\.Managed|RequesterId|RequesterManaged|SourceDestCheck|Status\.Value)$", "To the emulator a NAT gateway's interface is one as any other."),
        new("DescribeNetworkInterfaces", @"\.MacAddress$", "Hardware addresses are each account's own."),
        new("DeleteSubnet in use", ".", "API_DeleteSubnet: a subnet with interfaces is kept, with DependencyViolation; the emulator deletes it."),
        new("", @"\.(IpAddressType\.Value|RequesterManaged|ServiceRegion|VpcEndpointType\.Value)$", "API_VpcEndpoint: the emulator leaves it out."),
        new("", @"\.PolicyDocument$", "The same policy; the emulator writes it with blanks."),
        new("", @"\.PrivateDnsEnabled$", "A gateway endpoint has no private DNS: API_CreateVpcEndpoint."),
        new("DeleteVpcEndpoints", ".", "The emulator breaks where a table's routes are those of an endpoint."),
        new("CreateTags reserved", ".", "Tag restrictions: the prefix aws: is AWS's own; the emulator takes it."),
        new("CreateKeyPair", @"\.KeyMaterial$", "Keys are never the same."),
        new("", @"\.KeyFingerprint$", "API_KeyPairInfo: the fingerprint of an Ed25519 key is a digest in Base64; the emulator writes it in another way."),
        new("DescribeAccountAttributes", ".", "The emulator answers every attribute whatever was asked for, and still has EC2-Classic."),
        new("", "^Message$", "The emulator's words are its own."),
    ];

    [SkippableFact]
    public async Task The_answers_differ_only_where_it_is_known()
    {
        Skip.If(moto.Url is null, "moto_server is not on PATH.");
        using var account = new SandboxAccount();
        await using SandboxEndpoint endpoint = SandboxEndpoint.Start(account);

        EmulatorAnswers.AssertDiffer(Known, await AskAsync(endpoint.Url.ToString()), await AskAsync(moto.Url!));
    }

    private static async Task<EmulatorAnswers> AskAsync(string url)
    {
        using var ec2 = new AmazonEC2Client(EmulatorAnswers.Keys, EmulatorAnswers.Config<AmazonEC2Config>(url));
        var answers = new EmulatorAnswers();
        string vpc = await AskOfVpcsAsync(answers, ec2);
        string subnet = await AskOfSubnetsAsync(answers, ec2, vpc);
        string table = await AskOfRoutesAsync(answers, ec2, vpc, subnet);
        await AskOfGroupsAsync(answers, ec2, vpc);
        await AskOfGatewaysAsync(answers, ec2, vpc, subnet, table);
        await AskOfTheRestAsync(answers, ec2, vpc);
        return answers;
    }

    private static async Task<string> AskOfVpcsAsync(EmulatorAnswers answers, AmazonEC2Client ec2)
    {
        string vpc = (await answers.Ask("CreateVpc", () => ec2.CreateVpcAsync(new CreateVpcRequest("10.1.0.0/16") { TagSpecifications = Ec2Sandbox.Tagged("vpc", "Name", "app") })))!.Vpc.VpcId;
        await answers.Ask("DescribeVpcs", () => ec2.DescribeVpcsAsync(new DescribeVpcsRequest { VpcIds = [vpc] }));
        await answers.Ask("DescribeVpcs default", () => ec2.DescribeVpcsAsync(new DescribeVpcsRequest { Filters = [new("is-default", ["true"])] }));
        await answers.Ask("DescribeVpcs unknown", () => ec2.DescribeVpcsAsync(new DescribeVpcsRequest { VpcIds = [Absent] }));
        await answers.Ask("CreateVpc too large", () => ec2.CreateVpcAsync(new CreateVpcRequest("10.0.0.0/8")));
        await answers.Ask("CreateVpc malformed", () => ec2.CreateVpcAsync(new CreateVpcRequest("10.0.0/16")));
        await answers.Ask("ModifyVpcAttribute", () => ec2.ModifyVpcAttributeAsync(new ModifyVpcAttributeRequest { VpcId = vpc, EnableDnsHostnames = true }));
        await answers.Ask("DescribeVpcAttribute", () => ec2.DescribeVpcAttributeAsync(new DescribeVpcAttributeRequest { VpcId = vpc, Attribute = "enableDnsHostnames" }));
        await answers.Ask("DescribeVpcAttribute support", () => ec2.DescribeVpcAttributeAsync(new DescribeVpcAttributeRequest { VpcId = vpc, Attribute = "enableDnsSupport" }));
        return vpc;
    }

    private static async Task<string> AskOfSubnetsAsync(EmulatorAnswers answers, AmazonEC2Client ec2, string vpc)
    {
        string subnet = (await answers.Ask("CreateSubnet", () => ec2.CreateSubnetAsync(new CreateSubnetRequest(vpc, "10.1.1.0/24") { AvailabilityZone = "us-east-1a" })))!.Subnet.SubnetId;
        await answers.Ask("CreateSubnet outside", () => ec2.CreateSubnetAsync(new CreateSubnetRequest(vpc, "10.2.1.0/24")));
        await answers.Ask("CreateSubnet conflict", () => ec2.CreateSubnetAsync(new CreateSubnetRequest(vpc, "10.1.1.0/25")));
        await answers.Ask("CreateSubnet nowhere", () => ec2.CreateSubnetAsync(new CreateSubnetRequest(vpc, "10.1.9.0/24") { AvailabilityZone = "us-east-1z" }));
        await answers.Ask("CreateSubnet in no VPC", () => ec2.CreateSubnetAsync(new CreateSubnetRequest(Absent, "10.1.9.0/24")));
        await answers.Ask("ModifySubnetAttribute", () => ec2.ModifySubnetAttributeAsync(new ModifySubnetAttributeRequest { SubnetId = subnet, MapPublicIpOnLaunch = true }));
        await answers.Ask("DescribeSubnets", () => ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = [new("vpc-id", [vpc])] }));
        await answers.Ask("DescribeSubnets unknown", () => ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest { SubnetIds = ["subnet-0123456789abcdef0"] }));
        await answers.Ask("DeleteVpc in use", () => ec2.DeleteVpcAsync(new DeleteVpcRequest(vpc)));
        return subnet;
    }

    private static async Task<string> AskOfRoutesAsync(EmulatorAnswers answers, AmazonEC2Client ec2, string vpc, string subnet)
    {
        string gateway = (await answers.Ask("CreateInternetGateway", () => ec2.CreateInternetGatewayAsync(new CreateInternetGatewayRequest())))!.InternetGateway.InternetGatewayId;
        await answers.Ask("AttachInternetGateway", () => ec2.AttachInternetGatewayAsync(new AttachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc }));
        await answers.Ask("AttachInternetGateway again", () => ec2.AttachInternetGatewayAsync(new AttachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc }));
        await answers.Ask("DescribeInternetGateways", () => ec2.DescribeInternetGatewaysAsync(new DescribeInternetGatewaysRequest { InternetGatewayIds = [gateway] }));
        await answers.Ask("DeleteInternetGateway in use", () => ec2.DeleteInternetGatewayAsync(new DeleteInternetGatewayRequest { InternetGatewayId = gateway }));
        string table = (await answers.Ask("CreateRouteTable", () => ec2.CreateRouteTableAsync(new CreateRouteTableRequest { VpcId = vpc })))!.RouteTable.RouteTableId;
        await answers.Ask("CreateRoute", () => ec2.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", GatewayId = gateway }));
        await answers.Ask("CreateRoute again", () => ec2.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", GatewayId = gateway }));
        await answers.Ask("CreateRoute nowhere", () => ec2.CreateRouteAsync(new CreateRouteRequest { RouteTableId = "rtb-0123456789abcdef0", DestinationCidrBlock = "0.0.0.0/0", GatewayId = gateway }));
        AssociateRouteTableResponse association = (await answers.Ask("AssociateRouteTable", () => ec2.AssociateRouteTableAsync(new AssociateRouteTableRequest { RouteTableId = table, SubnetId = subnet })))!;
        await answers.Ask("DescribeRouteTables", () => ec2.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { RouteTableIds = [table] }));
        await answers.Ask("DescribeRouteTables main", () => ec2.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { Filters = [new("vpc-id", [vpc]), new("association.main", ["true"])] }));
        await answers.Ask("DeleteRouteTable in use", () => ec2.DeleteRouteTableAsync(new DeleteRouteTableRequest { RouteTableId = table }));
        await answers.Ask("DisassociateRouteTable", () => ec2.DisassociateRouteTableAsync(new DisassociateRouteTableRequest { AssociationId = association.AssociationId }));
        await answers.Ask("DisassociateRouteTable again", () => ec2.DisassociateRouteTableAsync(new DisassociateRouteTableRequest { AssociationId = association.AssociationId }));
        await answers.Ask("DeleteRoute", () => ec2.DeleteRouteAsync(new DeleteRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0" }));
        await answers.Ask("DeleteRoute again", () => ec2.DeleteRouteAsync(new DeleteRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0" }));
        return table;
    }

    private static async Task AskOfGroupsAsync(EmulatorAnswers answers, AmazonEC2Client ec2, string vpc)
    {
        string load = (await answers.Ask("CreateSecurityGroup", () => ec2.CreateSecurityGroupAsync(new CreateSecurityGroupRequest("load", "Of the load balancer") { VpcId = vpc })))!.GroupId;
        string web = (await answers.Ask("CreateSecurityGroup tagged", () => ec2.CreateSecurityGroupAsync(
            new CreateSecurityGroupRequest("web", "Of the web") { VpcId = vpc, TagSpecifications = Ec2Sandbox.Tagged("security-group", "Name", "web") })))!.GroupId;
        await answers.Ask("CreateSecurityGroup again", () => ec2.CreateSecurityGroupAsync(new CreateSecurityGroupRequest("web", "Of the web") { VpcId = vpc }));
        AuthorizeSecurityGroupIngressRequest http = new() { GroupId = load, IpPermissions = [new() { IpProtocol = "tcp", FromPort = 80, ToPort = 80, Ipv4Ranges = [new() { CidrIp = "0.0.0.0/0", Description = "anyone" }] }] };
        AuthorizeSecurityGroupIngressRequest fromLoad = new() { GroupId = web, IpPermissions = [new() { IpProtocol = "tcp", FromPort = 80, ToPort = 80, UserIdGroupPairs = [new() { GroupId = load }] }] };
        await answers.Ask("AuthorizeSecurityGroupIngress", () => ec2.AuthorizeSecurityGroupIngressAsync(http));
        await answers.Ask("AuthorizeSecurityGroupIngress again", () => ec2.AuthorizeSecurityGroupIngressAsync(http));
        await answers.Ask("AuthorizeSecurityGroupIngress from a group", () => ec2.AuthorizeSecurityGroupIngressAsync(fromLoad));
        await answers.Ask("AuthorizeSecurityGroupIngress malformed", () => ec2.AuthorizeSecurityGroupIngressAsync(
            new AuthorizeSecurityGroupIngressRequest { GroupId = web, IpPermissions = [new() { IpProtocol = "tcp", FromPort = 80, ToPort = 80, Ipv4Ranges = [new() { CidrIp = "1.2.3/24" }] }] }));
        await answers.Ask("DescribeSecurityGroups", () => ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupIds = [load] }));
        await answers.Ask("DescribeSecurityGroups referring", () => ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupIds = [web] }));
        await answers.Ask("DescribeSecurityGroups unknown", () => ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupIds = ["sg-0123456789abcdef0"] }));
        await answers.Ask("DescribeSecurityGroupRules", () => ec2.DescribeSecurityGroupRulesAsync(new DescribeSecurityGroupRulesRequest { Filters = [new("group-id", [load])] }));
        await answers.Ask("RevokeSecurityGroupIngress", () => ec2.RevokeSecurityGroupIngressAsync(new RevokeSecurityGroupIngressRequest { GroupId = load, IpPermissions = http.IpPermissions }));
        await answers.Ask("RevokeSecurityGroupIngress again", () => ec2.RevokeSecurityGroupIngressAsync(new RevokeSecurityGroupIngressRequest { GroupId = load, IpPermissions = http.IpPermissions }));
        await answers.Ask("DeleteSecurityGroup in use", () => ec2.DeleteSecurityGroupAsync(new DeleteSecurityGroupRequest { GroupId = load }));
        await answers.Ask("DeleteSecurityGroup", () => ec2.DeleteSecurityGroupAsync(new DeleteSecurityGroupRequest { GroupId = web }));
    }

    private static async Task AskOfGatewaysAsync(EmulatorAnswers answers, AmazonEC2Client ec2, string vpc, string subnet, string table)
    {
        string address = (await answers.Ask("AllocateAddress", () => ec2.AllocateAddressAsync(new AllocateAddressRequest { Domain = "vpc" })))!.AllocationId;
        await answers.Ask("DescribeAddresses", () => ec2.DescribeAddressesAsync(new DescribeAddressesRequest { AllocationIds = [address] }));
        string nat = (await answers.Ask("CreateNatGateway", () => ec2.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet, AllocationId = address })))!.NatGateway.NatGatewayId;
        await answers.Ask("CreateNatGateway nowhere", () => ec2.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = "subnet-0123456789abcdef0", ConnectivityType = "private" }));
        await Task.Delay(TimeSpan.FromSeconds(3));
        await answers.Ask("DescribeNatGateways", () => ec2.DescribeNatGatewaysAsync(new DescribeNatGatewaysRequest { NatGatewayIds = [nat] }));
        await answers.Ask("DescribeNetworkInterfaces", () => ec2.DescribeNetworkInterfacesAsync(new DescribeNetworkInterfacesRequest { Filters = [new("vpc-id", [vpc])] }));
        await answers.Ask("DeleteSubnet in use", () => ec2.DeleteSubnetAsync(new DeleteSubnetRequest(subnet)));
        string endpoint = (await answers.Ask("CreateVpcEndpoint", () => ec2.CreateVpcEndpointAsync(
            new CreateVpcEndpointRequest { VpcId = vpc, ServiceName = "com.amazonaws.us-east-1.s3", RouteTableIds = [table] })))!.VpcEndpoint.VpcEndpointId;
        await answers.Ask("DescribeVpcEndpoints", () => ec2.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest { VpcEndpointIds = [endpoint] }));
        await answers.Ask("DeleteVpcEndpoints", () => ec2.DeleteVpcEndpointsAsync(new DeleteVpcEndpointsRequest { VpcEndpointIds = [endpoint] }));
        await answers.Ask("DeleteNatGateway", () => ec2.DeleteNatGatewayAsync(new DeleteNatGatewayRequest { NatGatewayId = nat }));
        await answers.Ask("ReleaseAddress unknown", () => ec2.ReleaseAddressAsync(new ReleaseAddressRequest { AllocationId = "eipalloc-0123456789abcdef0" }));
    }

    private static async Task AskOfTheRestAsync(EmulatorAnswers answers, AmazonEC2Client ec2, string vpc)
    {
        await answers.Ask("CreateTags", () => ec2.CreateTagsAsync(new CreateTagsRequest([vpc], [new("Application", "directory")])));
        await answers.Ask("CreateTags of nothing", () => ec2.CreateTagsAsync(new CreateTagsRequest([Absent], [new("Application", "directory")])));
        await answers.Ask("DescribeTags", () => ec2.DescribeTagsAsync(new DescribeTagsRequest([new("resource-id", [vpc])])));
        await answers.Ask("CreateTags reserved", () => ec2.CreateTagsAsync(new CreateTagsRequest([vpc], [new("aws:x", "y")])));
        await answers.Ask("DeleteTags", () => ec2.DeleteTagsAsync(new DeleteTagsRequest([vpc]) { Tags = [new("Application")] }));
        await answers.Ask("CreateKeyPair", () => ec2.CreateKeyPairAsync(new CreateKeyPairRequest("admin") { KeyType = "ed25519" }));
        await answers.Ask("CreateKeyPair again", () => ec2.CreateKeyPairAsync(new CreateKeyPairRequest("admin") { KeyType = "ed25519" }));
        await answers.Ask("DescribeKeyPairs", () => ec2.DescribeKeyPairsAsync(new DescribeKeyPairsRequest { KeyNames = ["admin"] }));
        await answers.Ask("DescribeKeyPairs unknown", () => ec2.DescribeKeyPairsAsync(new DescribeKeyPairsRequest { KeyNames = ["nobody"] }));
        await answers.Ask("DeleteKeyPair", () => ec2.DeleteKeyPairAsync(new DeleteKeyPairRequest("admin")));
        await answers.Ask("DescribeAccountAttributes", () => ec2.DescribeAccountAttributesAsync(new DescribeAccountAttributesRequest { AttributeNames = ["supported-platforms"] }));
    }
}
