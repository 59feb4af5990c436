using CloudEssentials.Operations.Connections;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Connections;

[Collection(EnvironmentCollection.Name)]
public sealed class SandboxConnectionTests : IDisposable
{
    private readonly AwsHome _home = new();
    private readonly TestHost _host = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_sandbox_needs_no_credentials_and_says_what_it_is()
    {
        CloudAccount account = await ConnectAsync(new() { Sandbox = true });

        Assert.True(account.IsSandbox);
        Assert.Equal(("Sandbox", "123456789012", "arn:aws:iam::123456789012:root", "us-east-1"), (account.Source, account.AccountId, account.Arn, account.Region));
        Assert.NotNull(SandboxConnections.AccountOf(account.Connection!));
    }

    [Fact]
    public async Task Two_sandboxes_in_memory_are_two_accounts_and_one_session_keeps_its_own()
    {
        CloudAccount one = await ConnectAsync(new() { Sandbox = true });
        CloudAccount again = Assert.Single(await _host.RunAsync(new GetCloudAccount(), new()));
        CloudAccount two = await ConnectAsync(new() { Sandbox = true });

        SandboxAccount? Behind(CloudAccount account) => SandboxConnections.AccountOf(account.Connection!);
        Assert.Same(Behind(one), Behind(again));
        Assert.NotSame(Behind(one), Behind(two));
    }

    [Fact]
    public async Task The_environment_chooses_a_sandbox_for_commands_without_a_connection_before_its_own_keys()
    {
        _home.Set("AWS_ACCESS_KEY_ID", "REAL");
        _home.Set("AWS_SECRET_ACCESS_KEY", "s");
        _home.Set("CLOUDESSENTIALS_SANDBOX", Path.Combine(_home.Folder, "sandbox.json"));

        CloudAccount account = Assert.Single(await _host.RunAsync(new GetCloudAccount(), new() { Region = "eu-west-1" }));

        Assert.True(account.IsSandbox);
        Assert.Equal("eu-west-1", account.Region);
        Assert.True(File.Exists(Path.Combine(_home.Folder, "sandbox.json")));
    }

    [Fact]
    public async Task A_profile_that_is_named_leaves_the_sandbox()
    {
        using LoopbackServer sts = new(_ => FakeSts.Identity());
        _home.Write(".aws/credentials", "[prod]\naws_access_key_id = PROD\naws_secret_access_key = s\n");
        await ConnectAsync(new() { Sandbox = true });

        CloudAccount account = Assert.Single(await _host.RunAsync(new GetCloudAccount(), new() { ProfileName = "prod", EndpointUrl = sts.Url }));

        Assert.Equal((false, "111122223333"), (account.IsSandbox, account.AccountId));
    }

    [Fact]
    public async Task Keys_that_the_sandbox_does_not_know_are_refused_there_and_go_nowhere_else()
    {
        await ConnectAsync(new() { Sandbox = true });

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => _host.RunAsync(new GetCloudAccount(), new() { AccessKey = "AKIAUNKNOWN", SecretKey = "s" }));

        Assert.Equal("CredentialsInvalid", Operations.CloudErrors.From(error).ErrorId);
    }

    [Fact]
    public async Task What_names_another_place_contradicts_a_sandbox()
    {
        CloudException error = await Assert.ThrowsAnyAsync<CloudException>(() => ConnectAsync(new() { Sandbox = true, ProfileName = "prod" }));

        Assert.Equal("SandboxOrAws", error.ErrorId);
    }

    [Fact]
    public async Task The_endpoints_of_the_environment_do_not_count_in_a_sandbox()
    {
        _home.Set("AWS_ENDPOINT_URL", "http://127.0.0.1:1");

        CloudAccount account = await ConnectAsync(new() { Sandbox = true });

        Assert.Equal("123456789012", account.AccountId);
    }

    private async Task<CloudAccount> ConnectAsync(ConnectCloudAccountRequest request) => Assert.Single(await _host.RunAsync(new ConnectCloudAccount(), request));
}
