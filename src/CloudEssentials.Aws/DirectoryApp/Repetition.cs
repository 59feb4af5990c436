using CloudEssentials.Aws.Clients;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Does again what may be done again, after faults that pass.</summary>
internal static class Repetition
{
    /// <summary>How often a fault may come before it is taken for lasting.</summary>
    internal const int Most = 6;

    /// <summary>Runs what may be repeated.</summary>
    internal static async Task<T> RunAsync<T>(Func<Task<T>> run, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await run().ConfigureAwait(false);
            }
            catch (Exception exception) when (attempt < Most && !cancellationToken.IsCancellationRequested && CallFaults.Of(exception) is CallFault.Throttled or CallFault.Lost)
            {
                // Again, below.
            }

            await PauseAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits, longer after each fault, and not in step with others.</summary>
    internal static Task PauseAsync(int attempt, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(125 << Math.Min(attempt, 6)) * (0.5 + Random.Shared.NextDouble()), WaitClock.Current, cancellationToken);
}
