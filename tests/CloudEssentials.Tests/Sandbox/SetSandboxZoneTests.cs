using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.Sandboxes;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Sandbox;

public sealed class SetSandboxZoneTests
{
    [Fact]
    public async Task Zones_of_the_connected_sandbox_fail_and_are_mended()
    {
        var host = new TestHost();
        await host.RunAsync(new ConnectCloudAccount(), new ConnectCloudAccountRequest { Sandbox = true });

        List<SandboxZoneInfo> failed = await host.RunAsync(new SetSandboxZone(), new SetSandboxZoneRequest { Zone = ["eu-west-1a", "use1-az6"], State = "impaired" });
        SandboxZoneInfo mended = Assert.Single(await host.RunAsync(new SetSandboxZone(), new SetSandboxZoneRequest { Zone = ["us-east-1a"], State = "Available" }));

        Assert.Equal(["eu-west-1a Impaired eu-west-1", "us-east-1a Impaired us-east-1"], failed.Select(zone => $"{zone.Zone} {zone.State} {zone.Region}"));
        Assert.All(failed, zone => Assert.NotNull(zone.ImpairedSince));
        Assert.Equal(("us-east-1a", "use1-az6", "Available", null), (mended.Zone, mended.ZoneId, mended.State, mended.ImpairedSince));
    }

    [Fact]
    public async Task A_zone_that_does_not_exist_stops_no_other()
    {
        var host = new TestHost();
        await host.RunAsync(new ConnectCloudAccount(), new ConnectCloudAccountRequest { Sandbox = true });

        Assert.Equal("us-east-1b", Assert.Single(await host.RunAsync(new SetSandboxZone(), new SetSandboxZoneRequest { Zone = ["us-east-1z", "us-east-1-atl-1a", "us-east-1b"], State = "Impaired" })).Zone);
        Assert.Equal(["SandboxZoneUnknown", "SandboxZoneUnknown"], host.Errors.Select(error => error.ErrorId));
    }

    [Theory]
    [InlineData(true, "Broken", "ZoneStateInvalid")]
    [InlineData(false, "Impaired", "SandboxNotConnected")]
    public async Task What_cannot_be_is_refused(bool connected, string state, string errorId)
    {
        var host = new TestHost();
        if (connected)
        {
            await host.RunAsync(new ConnectCloudAccount(), new ConnectCloudAccountRequest { Sandbox = true });
        }

        CloudException refused = await Assert.ThrowsAsync<CloudException>(() => host.RunAsync(new SetSandboxZone(), new SetSandboxZoneRequest { Zone = ["us-east-1a"], State = state }));

        Assert.Equal(errorId, refused.ErrorId);
    }
}
