using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Waits until the load balancer finds as many instances healthy as are wanted.</summary>
internal sealed class HealthWait(DirectoryAppReader reader, DirectoryAppPlace place, IOperationHost host, TimeSpan atMost)
{
    private static readonly TimeSpan _often = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _oftenInSandbox = TimeSpan.FromSeconds(1);

    // The group tries again by itself; a launch that fails this long after the first will fail again.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits.</summary>
    /// <returns>The application as it is then.</returns>
    /// <exception cref="CloudException"><c>DirectoryAppNotHealthy</c>, <c>InstanceLaunchFailed</c>.</exception>
    internal async Task<DirectoryAppStack> RunAsync(CancellationToken cancellationToken)
    {
        TimeProvider clock = place.Connection.Clock;
        long started = clock.GetTimestamp();
        string activity = $"Waiting for {place.Spec.Name} to answer";
        TimeSpan pause = place.Connection.IsSandbox ? _oftenInSandbox : _often;
        while (true)
        {
            DirectoryAppStack? stack = await reader.ReadAsync(place.Spec.Name, cancellationToken).ConfigureAwait(false);
            TimeSpan elapsed = clock.GetElapsedTime(started);
            if (stack is { State: DirectoryAppState.Healthy })
            {
                host.WriteProgress(new(activity, "healthy", 100, Completed: true));
                return stack;
            }

            if (stack?.Problem is { } problem && elapsed > _patience)
                throw new CloudException("InstanceLaunchFailed", $"Everything stands, but the group {stack.AutoScalingGroupName} cannot launch its instances: {problem.TrimEnd('.')}.", CloudErrorCategory.ResourceUnavailable, place.Spec.Name, Remedy(problem));
            if (elapsed + pause > atMost)
                throw NotHealthy(stack);
            host.WriteProgress(new(activity, $"{stack?.Healthy ?? "0"} instances are healthy after {elapsed.TotalSeconds:0} s", (int)(100 * elapsed / atMost)));
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private CloudException NotHealthy(DirectoryAppStack? stack) => new(
        "DirectoryAppNotHealthy",
        $"Everything stands, but only {stack?.Healthy ?? "0"} instances of {place.Spec.Name} are healthy after {atMost.TotalSeconds:0} s.",
        CloudErrorCategory.OperationTimeout,
        place.Spec.Name,
        $"Installing may take longer: Get-DirectoryApp {place.Spec.Name} shows how it is, and an instance's console output what its user data met.");

    private static string Remedy(string problem) => problem.Contains("VcpuLimitExceeded", StringComparison.Ordinal) || problem.Contains("vCPU", StringComparison.Ordinal)
        ? "Ask for a higher quota of running On-Demand instances (Service Quotas), choose a smaller -InstanceType, or stop what is not needed; the group tries again by itself."
        : "The group tries again by itself; mend the cause, or run Remove-DirectoryApp.";
}
