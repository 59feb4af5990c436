using CloudEssentials.Operations.Connections;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Connections;

[Collection(EnvironmentCollection.Name)]
public sealed class CloudAccountTests : IDisposable
{
    private const string _secret = "hush-hush-secret";

    private readonly AwsHome _home = new();
    private readonly LoopbackServer _sts = new(call => call["Action"] == "GetCallerIdentity" ? FakeSts.Identity() : FakeSts.Error("AccessDenied", "not you"));
    private readonly TestHost _host = new();

    public void Dispose()
    {
        _sts.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task Connecting_asks_AWS_whose_account_it_is_and_keeps_it_for_the_session()
    {
        CloudAccount account = Assert.Single(await _host.RunAsync(new ConnectCloudAccount(), Keys()));

        Assert.Equal(("111122223333", "arn:aws:iam::111122223333:user/test", "eu-west-1", "the keys given", "AWS"), (account.AccountId, account.Arn, account.Region, account.CredentialSource, account.Source));
        Assert.Same(account, _host.Session.Current);
        Assert.Equal(new Uri(_sts.Url), account.Endpoint);
    }

    [Fact]
    public async Task Who_may_not_read_the_alias_still_learns_who_he_is()
    {
        CloudAccount account = Assert.Single(await _host.RunAsync(new ConnectCloudAccount(), Keys()));

        Assert.Null(account.Alias);
        Assert.Contains(_host.Verbose, line => line.StartsWith("No account alias:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_AWS_refuses_leaves_the_session_as_it_was()
    {
        CloudAccount before = Assert.Single(await _host.RunAsync(new ConnectCloudAccount(), Keys()));
        using LoopbackServer no = new(_ => FakeSts.Error("InvalidClientTokenId", "no"));

        await Assert.ThrowsAnyAsync<Exception>(() => _host.RunAsync(new ConnectCloudAccount(), Keys() with { EndpointUrl = no.Url }));

        Assert.Same(before, _host.Session.Current);
    }

    [Fact]
    public async Task The_sessions_connection_serves_and_another_session_has_none()
    {
        await _host.RunAsync(new ConnectCloudAccount(), Keys());

        CloudAccount account = Assert.Single(await _host.RunAsync(new GetCloudAccount(), new() { Region = "eu-north-1" }));

        Assert.Equal(("111122223333", "eu-north-1"), (account.AccountId, account.Region));
        Assert.Equal("NoCredentials", (await Assert.ThrowsAnyAsync<CloudException>(() => new TestHost().RunAsync(new GetCloudAccount(), new()))).ErrorId);
    }

    [Fact]
    public async Task A_connection_serves_in_another_session_when_it_is_handed_over()
    {
        CloudAccount account = Assert.Single(await _host.RunAsync(new ConnectCloudAccount(), Keys()));

        CloudAccount there = Assert.Single(await new TestHost().RunAsync(new GetCloudAccount(), new() { Connection = account }));

        Assert.Equal(account.AccountId, there.AccountId);
    }

    [Fact]
    public async Task A_copy_without_its_connection_is_refused()
    {
        CloudAccount copy = new() { Region = "eu-west-1", CredentialSource = "a file" };

        CloudException error = await Assert.ThrowsAnyAsync<CloudException>(() => _host.RunAsync(new GetCloudAccount(), new() { Connection = copy }));

        Assert.Equal("ConnectionDead", error.ErrorId);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/bo", null, "RoleArnInvalid")]
    [InlineData("Auditor", null, "RoleArnInvalid")]
    [InlineData(null, "123456", "RoleMissing")]
    public async Task What_belongs_to_a_role_needs_the_ARN_of_one(string? arn, string? code, string errorId)
    {
        CloudException error = await Assert.ThrowsAnyAsync<CloudException>(() => _host.RunAsync(new ConnectCloudAccount(), Keys() with { RoleArn = arn, MfaCode = code }));

        Assert.Equal(errorId, error.ErrorId);
    }

    [Fact]
    public async Task No_secret_is_in_what_is_printed()
    {
        ConnectCloudAccountRequest request = Keys() with { SessionToken = "hush-token" };

        CloudAccount account = Assert.Single(await _host.RunAsync(new ConnectCloudAccount(), request));

        string all = string.Join('\n', [request.ToString(), account.ToString(), .. _host.Verbose, .. _host.Warnings]);
        Assert.Contains("111122223333", all, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", all, StringComparison.Ordinal);
    }

    private ConnectCloudAccountRequest Keys() => new() { AccessKey = "AK", SecretKey = _secret, EndpointUrl = _sts.Url, Region = "eu-west-1" };
}
