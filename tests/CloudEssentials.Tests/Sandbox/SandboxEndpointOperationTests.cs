using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.Sandboxes;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Sandbox;

public sealed class SandboxEndpointOperationTests
{
    [Fact]
    public async Task An_endpoint_answers_until_it_is_stopped()
    {
        var host = new TestHost();
        SandboxEndpointInfo endpoint = Assert.Single(await host.RunAsync(new StartSandboxEndpoint(), new StartSandboxEndpointRequest()));

        WireAnswer answer = await Identity(endpoint);
        SandboxEndpointInfo stopped = Assert.Single(
            await host.RunAsync(new StopSandboxEndpoint(), new StopSandboxEndpointRequest { Port = [endpoint.Port], PassThru = true }));

        Assert.Equal(endpoint.AccountId, answer.Text("Account"));
        Assert.Equal(endpoint.Url, stopped.Url);
        Assert.Equal(endpoint.Url.ToString(), endpoint.Environment["AWS_ENDPOINT_URL"]);
        await Assert.ThrowsAsync<HttpRequestException>(() => Identity(endpoint));
    }

    [Fact]
    public async Task An_endpoint_opens_the_account_that_the_session_is_connected_to()
    {
        var host = new TestHost();
        await host.RunAsync(new ConnectCloudAccount(), new ConnectCloudAccountRequest { Sandbox = true });
        SandboxEndpointInfo first = Assert.Single(await host.RunAsync(new StartSandboxEndpoint(), new StartSandboxEndpointRequest()));
        SandboxEndpointInfo second = Assert.Single(await host.RunAsync(new StartSandboxEndpoint(), new StartSandboxEndpointRequest()));
        using var account = new SandboxAccount();
        using var client = new WireClient(account) { OverNetwork = true };

        await client.Form("iam", "us-east-1", first.Url.ToString(), "2010-05-08", "CreateUser", ("UserName", "alice"));
        WireAnswer users = await client.Form("iam", "us-east-1", second.Url.ToString(), "2010-05-08", "ListUsers");
        await host.RunAsync(new StopSandboxEndpoint(), new StopSandboxEndpointRequest { Port = [first.Port, second.Port] });

        Assert.Equal(["alice"], users.All("UserName"));
    }

    [Fact]
    public async Task Where_the_process_ends_with_the_command_the_endpoint_lasts_until_it_is_cancelled()
    {
        var host = new TestHost { EndsWithCommand = true };
        using var stopping = new CancellationTokenSource();
        await using IAsyncEnumerator<SandboxEndpointInfo> results =
            new StartSandboxEndpoint().RunAsync(new StartSandboxEndpointRequest(), host, stopping.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await results.MoveNextAsync());
        SandboxEndpointInfo endpoint = results.Current;

        Task<bool> end = results.MoveNextAsync().AsTask();
        Assert.Equal(200, (await Identity(endpoint)).Status);
        await stopping.CancelAsync();

        Assert.False(await end);
        await Assert.ThrowsAsync<HttpRequestException>(() => Identity(endpoint));
    }

    [Fact]
    public async Task Ports_that_cannot_be_and_endpoints_that_are_not_are_named()
    {
        var host = new TestHost();

        CloudException invalid = await Assert.ThrowsAsync<CloudException>(
            () => host.RunAsync(new StartSandboxEndpoint(), new StartSandboxEndpointRequest { Port = 70000 }));
        await host.RunAsync(new StopSandboxEndpoint(), new StopSandboxEndpointRequest { Port = [1] });

        Assert.Equal("PortInvalid", invalid.ErrorId);
        Assert.Equal("SandboxEndpointNotFound", Assert.Single(host.Errors).ErrorId);
    }

    private static async Task<WireAnswer> Identity(SandboxEndpointInfo endpoint)
    {
        using var account = new SandboxAccount();
        using var client = new WireClient(account) { OverNetwork = true };
        return await client.Form("sts", "us-east-1", endpoint.Url.ToString(), "2011-06-15", "GetCallerIdentity");
    }
}
