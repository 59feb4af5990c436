using System.Runtime.ExceptionServices;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Runs steps side by side, each as soon as those that it needs are done.</summary>
internal static class StepGraph
{
    /// <summary>Runs the steps. Where one fails no other begins, and those under way come to their end.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="key">The name of a step.</param>
    /// <param name="needs">The names of the steps that come before one; names of none are as good as done.</param>
    /// <param name="width">How many run at a time.</param>
    /// <param name="run">Runs one.</param>
    /// <param name="cancellationToken">Stops those under way too.</param>
    /// <exception cref="Exception">That of the first step that failed.</exception>
    internal static async Task RunAsync<T>(
        IReadOnlyList<T> steps,
        Func<T, string> key,
        Func<T, IEnumerable<string>> needs,
        int width,
        Func<T, CancellationToken, Task> run,
        CancellationToken cancellationToken)
    {
        Dictionary<string, TaskCompletionSource<bool>> ends = steps.ToDictionary(key, _ => new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously), StringComparer.Ordinal);
        using SemaphoreSlim gate = new(width);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ExceptionDispatchInfo? failure = null;
        await Task.WhenAll(steps.Select(OneAsync)).ConfigureAwait(false);
        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();

        async Task OneAsync(T step)
        {
            bool isDone = false;
            try
            {
                if (!await NeedsAsync(step).ConfigureAwait(false))
                    return;
                await gate.WaitAsync(stop.Token).ConfigureAwait(false);
                try
                {
                    stop.Token.ThrowIfCancellationRequested();
                    await run(step, cancellationToken).ConfigureAwait(false);
                    isDone = true;
                }
                finally
                {
                    gate.Release();
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // It did not begin, or the user stopped it: the reason is told once for all.
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
                await stop.CancelAsync().ConfigureAwait(false);
            }
            finally
            {
                ends[key(step)].SetResult(isDone);
            }
        }

        async Task<bool> NeedsAsync(T step)
        {
            foreach (string name in needs(step))
            {
                if (ends.TryGetValue(name, out TaskCompletionSource<bool>? end) && !await end.Task.ConfigureAwait(false))
                    return false;
            }

            return true;
        }
    }
}
