using System.Runtime.CompilerServices;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

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
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        InstanceGateway gateway = new(place.Connection, place.AccountId);
        List<DirectoryAppInstance> chosen = [];
        foreach (DirectoryAppInstance instance in await InstanceChoice.FindOwnAsync(gateway, request, host, cancellationToken).ConfigureAwait(false))
        {
            if (instance.State is "stopping" or "stopped" || (instance.State is "pending" or "running" && await host.ShouldProcessAsync(instance.InstanceId, $"Stop the instance of {instance.Name}").ConfigureAwait(false)))
                chosen.Add(instance);
        }

        if (chosen.Count == 0)
            yield break;
        InstanceWaiter waiter = new(place.Connection, gateway, host, request.TimeoutSeconds, cancellationToken);
        // What is still starting cannot be stopped.
        DirectoryAppInstance[] starting = [.. chosen.Where(instance => instance.State == "pending")];
        if (starting.Length > 0)
            await waiter.UntilAsync(starting, "running").ConfigureAwait(false);
        string[] running = [.. chosen.Where(instance => instance.State is "pending" or "running").Select(instance => instance.InstanceId)];
        if (running.Length > 0)
            await gateway.StopAsync(running, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DirectoryAppInstance> stopped = request.Wait
            ? await waiter.UntilAsync(chosen, "stopped").ConfigureAwait(false)
            : await gateway.GetAsync([.. chosen.Select(instance => instance.InstanceId)], cancellationToken).ConfigureAwait(false);
        foreach (DirectoryAppInstance instance in stopped)
            yield return instance;
    }
}
