using System.Runtime.CompilerServices;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Operations.Sandboxes;

/// <summary>Opens a sandbox account on 127.0.0.1, for the AWS CLI, AWS.Tools and any SDK.</summary>
[Operation("Start", "SandboxEndpoint")]
public sealed class StartSandboxEndpoint : IOperation<StartSandboxEndpointRequest, SandboxEndpointInfo>
{
    private const int HighestPort = 65535;

    /// <inheritdoc/>
    public async IAsyncEnumerable<SandboxEndpointInfo> RunAsync(
        StartSandboxEndpointRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(host);
        if (request.Port is < 0 or > HighestPort)
        {
            throw new CloudException(
                "PortInvalid", $"-Port: {request.Port} is no port.", CloudErrorCategory.InvalidArgument, request.Port, $"Give 1 to {HighestPort}, or leave it out for any that is free.");
        }

        SandboxEndpointInfo endpoint = RunningEndpoints.Start(Account(request, host), request.Port);
        yield return endpoint;
        if (!host.EndsWithCommand)
            yield break;

        host.WriteVerbose($"Answering on {endpoint.Url} until Ctrl+C.");
        await UntilStoppedAsync(cancellationToken).ConfigureAwait(false);
        await RunningEndpoints.StopAsync(endpoint.Port).ConfigureAwait(false);
    }

    private static SandboxAccount Account(StartSandboxEndpointRequest request, IOperationHost host) =>
        SandboxConnections.Chosen(host, request.SandboxPath)
        ?? SandboxConnections.AccountOf(SandboxConnections.OfEnvironment(host) ?? SandboxConnections.Open(null))!;

    private static async Task UntilStoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how it is meant to end.
        }
    }
}
