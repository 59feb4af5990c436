using System.Runtime.CompilerServices;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Starts stopped instances of the directory application, and waits for the application to answer again.</summary>
[Operation("Start", "DirectoryAppInstance", Impact = ChangeImpact.Medium)]
public sealed class StartDirectoryAppInstance : IOperation<StartDirectoryAppInstanceRequest, DirectoryAppInstance>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<DirectoryAppInstance> RunAsync(
        StartDirectoryAppInstanceRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        InstanceGateway gateway = new(place.Connection, place.AccountId);
        List<DirectoryAppInstance> chosen = [];
        foreach (DirectoryAppInstance instance in await InstanceChoice.FindOwnAsync(gateway, request, host, cancellationToken).ConfigureAwait(false))
        {
            if (instance.State is "pending" or "running" || (instance.State is "stopping" or "stopped" && await host.ShouldProcessAsync(instance.InstanceId, $"Start the instance of {instance.Name}").ConfigureAwait(false)))
                chosen.Add(instance);
        }

        if (chosen.Count == 0)
            yield break;
        InstanceWaiter waiter = new(place.Connection, gateway, host, request.TimeoutSeconds, cancellationToken);
        DirectoryAppInstance[] stopping = [.. chosen.Where(instance => instance.State == "stopping")];
        if (stopping.Length > 0)
            await waiter.UntilAsync(stopping, "stopped").ConfigureAwait(false);
        string[] stopped = [.. chosen.Where(instance => instance.State is "stopping" or "stopped").Select(instance => instance.InstanceId)];
        if (stopped.Length > 0)
            await gateway.StartAsync(stopped, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DirectoryAppInstance> running = await waiter.UntilAsync(chosen, "running").ConfigureAwait(false);
        foreach (DirectoryAppInstance instance in request.SkipHealthCheck ? running : await AnsweringAsync(running, stopped, waiter, host).ConfigureAwait(false))
            yield return instance;
    }

    private static async Task<IReadOnlyList<DirectoryAppInstance>> AnsweringAsync(IReadOnlyList<DirectoryAppInstance> running, string[] started, InstanceWaiter waiter, IOperationHost host)
    {
        // Of what was running already it is not known whether it was stopped before.
        DirectoryAppInstance[] silent = [.. running.Where(instance => instance.Startup == AppStartup.CourseScript && started.Contains(instance.InstanceId))];
        foreach (DirectoryAppInstance instance in silent)
        {
            host.WriteWarning(
                $"{instance.InstanceId} runs, and the application on it does not: the last line of the course's script starts it, and user data runs at an instance's first boot only. "
                + "An instance that is launched with -Startup Service starts it at every boot.");
        }

        IReadOnlyList<DirectoryAppInstance> answering = await waiter.UntilWellAsync([.. running.Except(silent)], isComplete: true).ConfigureAwait(false);
        return [.. running.Select(instance => answering.FirstOrDefault(answer => answer.InstanceId == instance.InstanceId) ?? instance)];
    }
}
