using System.Runtime.CompilerServices;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Lists the instances of the directory application in a Region.</summary>
[Operation("Get", "DirectoryAppInstance")]
public sealed class GetDirectoryAppInstance : IOperation<GetDirectoryAppInstanceRequest, DirectoryAppInstance>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<DirectoryAppInstance> RunAsync(
        GetDirectoryAppInstanceRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        InstanceGateway gateway = new(place.Connection, place.AccountId);
        using AppProbe probe = new(place.Connection);
        foreach (DirectoryAppInstance instance in await InstanceChoice.FindAsync(gateway, request, host, cancellationToken).ConfigureAwait(false))
        {
            if (!request.IncludeTerminated && !instance.IsLive && request.InstanceId.Length == 0)
                continue;
            yield return request.Health && instance is { State: "running", Url: { } url }
                ? instance with { Health = (await probe.AskAsync(url, cancellationToken).ConfigureAwait(false)).Answer }
                : instance;
        }
    }
}
