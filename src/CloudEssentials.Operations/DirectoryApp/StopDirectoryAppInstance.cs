using System.Runtime.CompilerServices;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Stops instances of the directory application that stand by themselves.</summary>
[Operation("Stop", "DirectoryAppInstance", Impact = ChangeImpact.Medium)]
public sealed class StopDirectoryAppInstance : IOperation<StopDirectoryAppInstanceRequest, DirectoryAppInstance>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<DirectoryAppInstance> RunAsync(
        StopDirectoryAppInstanceRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PowerSwitch.Turned turned = await PowerSwitch.Off.RunAsync(request, request.TimeoutSeconds, host, cancellationToken).ConfigureAwait(false);
        if (turned.Chosen.Count == 0)
            yield break;
        IReadOnlyList<DirectoryAppInstance> stopped = request.Wait
            ? await turned.Waiter.UntilAsync(turned.Chosen, "stopped").ConfigureAwait(false)
            : await turned.Gateway.GetAsync([.. turned.Chosen.Select(instance => instance.InstanceId)], cancellationToken).ConfigureAwait(false);
        foreach (DirectoryAppInstance instance in stopped)
            yield return instance;
    }
}
