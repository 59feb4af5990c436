using System.Net;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;

namespace CloudEssentials.Tests.Sandbox;

public sealed class SandboxEndpointTests
{
    [Fact]
    public async Task A_port_that_is_taken_is_an_error_that_names_it()
    {
        using var account = new SandboxAccount();
        await using SandboxEndpoint endpoint = SandboxEndpoint.Start(account);

        CloudException exception = Assert.Throws<CloudException>(() => SandboxEndpoint.Start(account, endpoint.Port));

        Assert.Equal("SandboxPortUnavailable", exception.ErrorId);
        Assert.Equal(endpoint.Port, exception.Target);
    }

    [Fact]
    public async Task An_endpoint_that_was_closed_gives_its_port_back()
    {
        using var account = new SandboxAccount();
        SandboxEndpoint first = SandboxEndpoint.Start(account);
        await first.DisposeAsync();

        await using SandboxEndpoint second = SandboxEndpoint.Start(account, first.Port);

        Assert.Equal(first.Url, second.Url);
    }

    [Fact]
    public async Task All_services_share_the_port_and_are_told_apart()
    {
        using var account = new SandboxAccount();
        await using SandboxEndpoint endpoint = SandboxEndpoint.Start(account);
        using var client = new WireClient(account) { OverNetwork = true };

        WireAnswer ec2 = await client.Form("ec2", "eu-west-1", endpoint.Url.ToString(), "2016-11-15", "DescribeAvailabilityZones");
        WireAnswer sts = await client.Form("sts", "us-east-1", endpoint.Url.ToString(), "2011-06-15", "GetCallerIdentity");
        WireAnswer unsigned = await client.Send(new HttpRequestMessage(HttpMethod.Get, $"{endpoint.Url}?Action=DescribeRegions&Version=2016-11-15"));
        WireAnswer anything = await client.Send(new HttpRequestMessage(HttpMethod.Get, $"{endpoint.Url}favicon.ico"));

        Assert.All(ec2.All("regionName"), name => Assert.Equal("eu-west-1", name));
        Assert.Equal("123456789012", sts.Text("Account"));
        Assert.Equal("The request must contain the parameter AWSAccessKeyId", unsigned.Message);
        Assert.Equal(403, anything.Status);
    }

    [Fact]
    public async Task A_dropped_connection_is_dropped()
    {
        using var account = new SandboxAccount(new SandboxOptions { Faults = [new(SandboxFaultKind.DropBefore) { Times = 1 }] });
        await using SandboxEndpoint endpoint = SandboxEndpoint.Start(account);
        using var client = new WireClient(account) { OverNetwork = true };

        await Assert.ThrowsAsync<HttpRequestException>(() => client.Form("sts", "us-east-1", endpoint.Url.ToString(), "2011-06-15", "GetCallerIdentity"));
        Assert.Equal(200, (await client.Form("sts", "us-east-1", endpoint.Url.ToString(), "2011-06-15", "GetCallerIdentity")).Status);
    }

    [Fact]
    public async Task A_state_file_that_is_damaged_is_told_to_the_client()
    {
        string folder = Directory.CreateTempSubdirectory("sandbox-").FullName;
        try
        {
            string file = Path.Combine(folder, "account.json");
            using SandboxAccount account = SandboxAccount.Open(file);
            await using SandboxEndpoint endpoint = SandboxEndpoint.Start(account);
            using var client = new WireClient(account) { OverNetwork = true };
            await File.WriteAllTextAsync(file, "{ nonsense");

            WireAnswer answer = await client.Form("sts", "us-east-1", endpoint.Url.ToString(), "2011-06-15", "GetCallerIdentity");

            Assert.Equal((int)HttpStatusCode.InternalServerError, answer.Status);
            Assert.Contains("is damaged", answer.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
