using System.Runtime.CompilerServices;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Terminates instances of the directory application, and with the last of a name removes what was made for them.</summary>
[Operation("Remove", "DirectoryAppInstance", Impact = ChangeImpact.High)]
public sealed class RemoveDirectoryAppInstance : IOperation<RemoveDirectoryAppInstanceRequest, DirectoryAppInstance>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<DirectoryAppInstance> RunAsync(
        RemoveDirectoryAppInstanceRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        InstanceGateway gateway = new(place.Connection, place.AccountId);
        IReadOnlyList<DirectoryAppInstance> chosen = await InstanceChoice.FindOwnAsync(gateway, request, host, cancellationToken).ConfigureAwait(false);
        IEnumerable<string> names = request.InstanceId.Length > 0 ? chosen.Select(instance => instance.Name).Distinct(StringComparer.Ordinal) : [request.Name!];
        foreach (string name in names.ToList())
        {
            InstanceRemover remover = new(request, name, place, gateway, host, cancellationToken);
            foreach (DirectoryAppInstance instance in await remover.RemoveAsync([.. chosen.Where(instance => instance.Name == name)]).ConfigureAwait(false))
                yield return instance;
        }
    }
}
