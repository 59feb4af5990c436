using System.Collections.Concurrent;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Operations.Sandboxes;

/// <summary>The endpoints of this process; a port belongs to a process, not to a runspace.</summary>
internal static class RunningEndpoints
{
    private static readonly ConcurrentDictionary<int, SandboxEndpoint> _byPort = new();

    internal static IReadOnlyList<int> Ports => [.. _byPort.Keys.Order()];

    internal static SandboxEndpointInfo Start(SandboxAccount account, int port)
    {
        SandboxEndpoint endpoint = SandboxEndpoint.Start(account, port);
        _byPort[endpoint.Port] = endpoint;
        return Describe(endpoint);
    }

    /// <summary>Stops the endpoint on a port.</summary>
    /// <returns>What it was; null if there is none.</returns>
    internal static async Task<SandboxEndpointInfo?> StopAsync(int port)
    {
        if (!_byPort.TryRemove(port, out SandboxEndpoint? endpoint))
            return null;
        SandboxEndpointInfo info = Describe(endpoint);
        await endpoint.DisposeAsync().ConfigureAwait(false);
        return info;
    }

    private static SandboxEndpointInfo Describe(SandboxEndpoint endpoint) => new()
    {
        Url = endpoint.Url,
        Port = endpoint.Port,
        AccountId = endpoint.Account.AccountId,
        AccessKey = SandboxAccount.RootAccessKeyId,
        SecretKey = SandboxAccount.RootSecretAccessKey,
        Region = "us-east-1",
    };
}
