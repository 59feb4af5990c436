using CloudEssentials.Accounts;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

[Collection(EnvironmentCollection.Name)]
public sealed class AsEnvironmentTests : IDisposable
{
    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task The_keys_are_put_where_other_programs_look()
    {
        foreach (string name in (string[])["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"])
            _home.Set(name, null);
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();

        TemporaryCredential keys = Assert.Single(await sandbox.Host.RunAsync(new GetTemporaryCredential(), new() { AsEnvironment = true }));

        Assert.True(keys.IsInEnvironment);
        Assert.Equal(keys.AccessKey, Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID"));
        Assert.Equal(keys.SecretKey, Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY"));
        Assert.Equal(keys.SessionToken, Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN"));
    }
}
