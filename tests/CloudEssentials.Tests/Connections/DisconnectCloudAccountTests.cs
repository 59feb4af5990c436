using CloudEssentials.Operations.Connections;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Connections;

public sealed class DisconnectCloudAccountTests
{
    [Fact]
    public async Task A_session_without_a_connection_says_so_and_returns_nothing()
    {
        TestHost host = new();

        List<CloudAccount> results = await host.RunAsync(new DisconnectCloudAccount(), new() { PassThru = true });

        Assert.Empty(results);
        Assert.Equal("There was no connection.", Assert.Single(host.Verbose));
    }
}
