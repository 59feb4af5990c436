using System.Runtime.CompilerServices;

namespace CloudEssentials.Operations.Connections;

/// <summary>Forgets the session's connection; other sessions keep theirs.</summary>
[Operation("Disconnect", "CloudAccount")]
public sealed class DisconnectCloudAccount : IOperation<DisconnectCloudAccountRequest, CloudAccount>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<CloudAccount> RunAsync(
        DisconnectCloudAccountRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        CloudAccount? connection = host.Session.Current;
        if (connection is null)
        {
            host.WriteVerbose("There was no connection.");
            yield break;
        }

        host.Session.Current = null;
        if (request.PassThru)
            yield return connection;
    }
}
