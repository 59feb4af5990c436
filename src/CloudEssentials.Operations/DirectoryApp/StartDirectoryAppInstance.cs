using System.Runtime.CompilerServices;
using CloudEssentials.DirectoryApp;

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
        PowerSwitch.Turned turned = await PowerSwitch.On.RunAsync(request, request.TimeoutSeconds, host, cancellationToken).ConfigureAwait(false);
        if (turned.Chosen.Count == 0)
            yield break;
        IReadOnlyList<DirectoryAppInstance> running = await turned.Waiter.UntilAsync(turned.Chosen, "running").ConfigureAwait(false);
        foreach (DirectoryAppInstance instance in request.SkipHealthCheck ? running : await AnsweringAsync(running, turned, host).ConfigureAwait(false))
            yield return instance;
    }

    private static async Task<IReadOnlyList<DirectoryAppInstance>> AnsweringAsync(IReadOnlyList<DirectoryAppInstance> running, PowerSwitch.Turned turned, IOperationHost host)
    {
        // Of what was running already it is not known whether it was stopped before.
        DirectoryAppInstance[] silent = [.. running.Where(instance => instance.Startup == AppStartup.CourseScript && turned.Now.Contains(instance.InstanceId))];
        foreach (DirectoryAppInstance instance in silent)
        {
            host.WriteWarning(
                $"{instance.InstanceId} runs, and the application on it does not: the last line of the course's script starts it, and user data runs at an instance's first boot only. "
                + "An instance that is launched with -Startup Service starts it at every boot.");
        }

        IReadOnlyList<DirectoryAppInstance> answering = await turned.Waiter.UntilWellAsync([.. running.Except(silent)], isComplete: true).ConfigureAwait(false);
        return [.. running.Select(instance => answering.FirstOrDefault(answer => answer.InstanceId == instance.InstanceId) ?? instance)];
    }
}
