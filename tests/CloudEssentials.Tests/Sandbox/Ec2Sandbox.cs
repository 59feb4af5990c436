using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>A sandbox account with a clock that stands still, and EC2's client.</summary>
internal sealed class Ec2Sandbox : IDisposable
{
    public Ec2Sandbox()
    {
        Account = new SandboxAccount(new SandboxOptions { Clock = Clock, Seed = "network" });
        Client = ClientOf(SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey);
    }

    public SandboxClock Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public SandboxAccount Account { get; }

    public AmazonEC2Client Client { get; }

    public AmazonEC2Client ClientOf(string accessKeyId, string secretAccessKey) => new(
        new BasicAWSCredentials(accessKeyId, secretAccessKey),
        new AmazonEC2Config { RegionEndpoint = Amazon.RegionEndpoint.USEast1, HttpClientFactory = new HandlerFactory(Account), MaxErrorRetry = 0 });

    /// <summary>The code and the words with which a call is refused.</summary>
    public static async Task<(string Code, string Message)> Refusal<T>(Task<T> call)
    {
        AmazonEC2Exception exception = await Assert.ThrowsAsync<AmazonEC2Exception>(() => call);
        return (exception.ErrorCode, exception.Message);
    }

    public static async Task Refused<T>(string code, Task<T> call) => Assert.Equal(code, (await Refusal(call)).Code);

    public static List<TagSpecification> Tagged(string type, string key, string value) =>
        [new() { ResourceType = type, Tags = [new() { Key = key, Value = value }] }];

    public async Task<string> Vpc(string cidr = "10.1.0.0/16") => (await Client.CreateVpcAsync(new CreateVpcRequest(cidr))).Vpc.VpcId;

    public async Task<string> Subnet(string vpc, string cidr, string zone = "us-east-1a") =>
        (await Client.CreateSubnetAsync(new CreateSubnetRequest(vpc, cidr) { AvailabilityZone = zone })).Subnet.SubnetId;

    public async Task<string> Gateway(string? vpc = null)
    {
        string id = (await Client.CreateInternetGatewayAsync(new CreateInternetGatewayRequest())).InternetGateway.InternetGatewayId;
        if (vpc is not null) await Client.AttachInternetGatewayAsync(new AttachInternetGatewayRequest { InternetGatewayId = id, VpcId = vpc });
        return id;
    }

    public async Task<string> Table(string vpc) => (await Client.CreateRouteTableAsync(new CreateRouteTableRequest { VpcId = vpc })).RouteTable.RouteTableId;

    public async Task<RouteTable> DescribedTable(string id) =>
        Assert.Single((await Client.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { RouteTableIds = [id] })).RouteTables);

    public async Task<string> Group(string vpc, string name) =>
        (await Client.CreateSecurityGroupAsync(new CreateSecurityGroupRequest(name, "of a test") { VpcId = vpc })).GroupId;

    public async Task<Vpc> DefaultVpc() =>
        Assert.Single((await Client.DescribeVpcsAsync(new DescribeVpcsRequest { Filters = [new("is-default", ["true"])] })).Vpcs);

    public async Task<string> Address() => (await Client.AllocateAddressAsync(new AllocateAddressRequest { Domain = "vpc" })).AllocationId;

    public async Task<Instance> Described(string id) =>
        Assert.Single(Assert.Single((await Client.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [id] })).Reservations).Instances);

    public async Task<InstanceAttribute> Attribute(string id, string name) =>
        (await Client.DescribeInstanceAttributeAsync(new DescribeInstanceAttributeRequest { InstanceId = id, Attribute = name })).InstanceAttribute;

    public void Dispose()
    {
        Client.Dispose();
        Account.Dispose();
    }

    private sealed class HandlerFactory(SandboxAccount account) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new SandboxHandler(account));
    }
}
