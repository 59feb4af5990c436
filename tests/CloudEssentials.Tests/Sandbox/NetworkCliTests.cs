using System.Text.Json;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>The AWS CLI, which others wrote, builds a network and takes it down.</summary>
public sealed class NetworkCliTests : IAsyncLifetime
{
    private readonly AwsCli cli = AwsCli.Start(new SandboxOptions { Seed = "cli", Timings = SandboxTimings.None });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await cli.DisposeAsync();

    [SkippableFact]
    public async Task It_builds_a_network_with_a_way_out_and_takes_it_down()
    {
        string vpc = await Id("Vpc.VpcId", "create-vpc", "--cidr-block", "10.1.0.0/16", "--tag-specifications", "ResourceType=vpc,Tags=[{Key=Application,Value=directory}]");
        string subnet = await Id("Subnet.SubnetId", "create-subnet", "--vpc-id", vpc, "--cidr-block", "10.1.1.0/24", "--availability-zone", "us-east-1a");
        string gateway = await Id("InternetGateway.InternetGatewayId", "create-internet-gateway");
        await Done("attach-internet-gateway", "--internet-gateway-id", gateway, "--vpc-id", vpc);
        string address = await Id("AllocationId", "allocate-address", "--domain", "vpc");
        string nat = await Id("NatGateway.NatGatewayId", "create-nat-gateway", "--subnet-id", subnet, "--allocation-id", address);
        await Done("wait", "nat-gateway-available", "--nat-gateway-ids", nat);
        string table = await Id("RouteTable.RouteTableId", "create-route-table", "--vpc-id", vpc);
        await Done("create-route", "--route-table-id", table, "--destination-cidr-block", "0.0.0.0/0", "--nat-gateway-id", nat);
        string group = await Id("GroupId", "create-security-group", "--group-name", "web", "--description", "Of the web", "--vpc-id", vpc);
        await Done("authorize-security-group-ingress", "--group-id", group, "--protocol", "tcp", "--port", "80", "--cidr", "0.0.0.0/0");

        AwsCliAnswer groups = await cli.Run("ec2", "describe-security-groups", "--filters", "Name=ip-permission.from-port,Values=80", "--query", "SecurityGroups[].IpPermissions[].IpRanges[].CidrIp");
        AwsCliAnswer routes = await cli.Run("ec2", "describe-route-tables", "--route-table-ids", table, "--query", "RouteTables[0].Routes[?NatGatewayId].State");
        AwsCliAnswer tags = await cli.Run("ec2", "describe-tags", "--filters", "Name=tag:Application,Values=directory", "--query", "Tags[].ResourceId");
        AwsCliAnswer inUse = await cli.Run("ec2", "delete-subnet", "--subnet-id", subnet);
        AwsCliAnswer mapped = await cli.Run("ec2", "detach-internet-gateway", "--internet-gateway-id", gateway, "--vpc-id", vpc);

        Assert.Equal(["0.0.0.0/0"], Texts(groups));
        Assert.Equal(["active"], Texts(routes));
        Assert.Equal([vpc], Texts(tags));
        Assert.Contains("(DependencyViolation)", inUse.Error, StringComparison.Ordinal);
        Assert.Contains("(DependencyViolation)", mapped.Error, StringComparison.Ordinal);
        await Done("delete-nat-gateway", "--nat-gateway-id", nat);
        await Done("wait", "nat-gateway-deleted", "--nat-gateway-ids", nat);
        await Done("release-address", "--allocation-id", address);
        await Done("delete-security-group", "--group-id", group);
        await Done("delete-route-table", "--route-table-id", table);
        await Done("delete-subnet", "--subnet-id", subnet);
        await Done("detach-internet-gateway", "--internet-gateway-id", gateway, "--vpc-id", vpc);
        await Done("delete-internet-gateway", "--internet-gateway-id", gateway);
        await Done("delete-vpc", "--vpc-id", vpc);
        Assert.Contains("(InvalidVpcID.NotFound)", (await cli.Run("ec2", "describe-vpcs", "--vpc-ids", vpc)).Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task It_walks_all_pages()
    {
        AwsCliAnswer paged = await cli.Run("ec2", "describe-subnets", "--page-size", "5", "--query", "Subnets[].SubnetId");

        Assert.Equal(6, Texts(paged).Distinct().Count());
    }

    private static List<string?> Texts(AwsCliAnswer answer)
    {
        Assert.Empty(answer.Error);
        using JsonDocument parsed = JsonDocument.Parse(answer.Output);
        return [.. parsed.RootElement.EnumerateArray().Select(item => item.GetString())];
    }

    private async Task<string> Id(string query, params string[] arguments)
    {
        AwsCliAnswer answer = await cli.Run(["ec2", .. arguments, "--query", query]);
        Assert.Empty(answer.Error);
        return JsonSerializer.Deserialize<string>(answer.Output)!;
    }

    private async Task Done(params string[] arguments) => Assert.Empty((await cli.Run(["ec2", .. arguments])).Error);
}
