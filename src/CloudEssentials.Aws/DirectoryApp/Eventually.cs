using System.Diagnostics;
using Amazon.Runtime;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Calls again while what was made a moment ago is not known everywhere, or what goes a moment later is still there.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _first = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(5);

    /// <summary>Calls until there is an answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isPassing">Which refusals pass by themselves.</param>
    /// <param name="atMost">How long they may.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The answer.</returns>
    internal static async Task<T> CallAsync<T>(Func<Task<T>> call, Func<AmazonServiceException, bool> isPassing, TimeSpan atMost, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        for (TimeSpan pause = _first; ; pause = pause * 2 < _longest ? pause * 2 : _longest)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (AmazonServiceException exception) when (isPassing(exception) && Stopwatch.GetElapsedTime(started) + pause < atMost)
            {
                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Calls for what may be gone already.</summary>
    /// <returns>The answer, or null where a refusal says that it is gone.</returns>
    internal static async Task<T?> UnlessGoneAsync<T>(Func<Task<T>> call, Func<AmazonServiceException, bool> isGone)
        where T : class
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (isGone(exception))
        {
            return null;
        }
    }
}
