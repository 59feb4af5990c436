using System.Runtime.CompilerServices;

namespace CloudEssentials.Operations.Sandboxes;

/// <summary>Closes what <c>Start-SandboxEndpoint</c> opened; the account stays.</summary>
[Operation("Stop", "SandboxEndpoint")]
public sealed class StopSandboxEndpoint : IOperation<StopSandboxEndpointRequest, SandboxEndpointInfo>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<SandboxEndpointInfo> RunAsync(
        StopSandboxEndpointRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(host);
        foreach (int port in request.Port.Length > 0 ? request.Port : RunningEndpoints.Ports)
        {
            SandboxEndpointInfo? stopped = await RunningEndpoints.StopAsync(port).ConfigureAwait(false);
            if (stopped is null)
                host.WriteError(NotFound(port));
            else if (request.PassThru)
                yield return stopped;
        }
    }

    private static CloudException NotFound(int port) => new(
        "SandboxEndpointNotFound",
        $"No sandbox listens on port {port} in this session.",
        CloudErrorCategory.ObjectNotFound,
        port,
        RunningEndpoints.Ports is [_, ..] ports ? $"Endpoints of this session: {string.Join(", ", ports)}." : "Start-SandboxEndpoint opens one.");
}
