using CloudEssentials.Aws.Accounts;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

/// <summary>A shell that is connected to a fresh sandbox account.</summary>
internal sealed class PeopleSandbox
{
    private PeopleSandbox(TestHost host, CloudAccount account)
    {
        Host = host;
        Account = account;
    }

    public TestHost Host { get; }

    public CloudAccount Account { get; }

    public MemberGateway Members => new(Account.Connection!);

    public RoleGateway Roles => new(Account.Connection!);

    public MfaDeviceGateway Devices => new(Account.Connection!);

    private SandboxAccount Behind => SandboxConnections.AccountOf(Account.Connection!)!;

    public static async Task<PeopleSandbox> OpenAsync(TestHost? host = null)
    {
        host ??= new();
        return new(host, Assert.Single(await host.RunAsync(new ConnectCloudAccount(), new() { Sandbox = true })));
    }

    /// <summary>The same account in another shell.</summary>
    public async Task<TestHost> ShellAsync(TestHost host)
    {
        await host.RunAsync(new GetCloudAccount(), new() { Connection = Account });
        host.Session.Current = Account;
        return host;
    }

    /// <summary>The code that a device shows, so many steps of 30 seconds from now.</summary>
    public string CodeOf(string serialNumber, int step) => TimeCodes.At(SeedOf(serialNumber), DateTimeOffset.UtcNow.AddSeconds(30 * step));

    public string SeedOf(string serialNumber)
    {
        Assert.True(IamState.Of(Behind.State).MfaDevices.TryGetSeen(serialNumber, out IamMfaDevice? device));
        return device.Seed!;
    }
}
