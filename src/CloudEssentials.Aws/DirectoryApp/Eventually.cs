using Amazon.Runtime;
using CloudEssentials.Aws.Clients;

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
        TimeProvider clock = WaitClock.Current;
        long started = clock.GetTimestamp();
        for (TimeSpan pause = _first; ; pause = pause * 2 < _longest ? pause * 2 : _longest)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (AmazonServiceException exception) when (isPassing(exception) && clock.GetElapsedTime(started) + pause < atMost)
            {
                await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Asks until there is an answer.</summary>
    /// <param name="ask">The question; null for no answer yet.</param>
    /// <param name="what">What is waited for, in words, for the error.</param>
    /// <param name="atMost">How long.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="CloudException"><c>WaitTimedOut</c>.</exception>
    internal static async Task<T> AskAsync<T>(Func<Task<T?>> ask, string what, TimeSpan atMost, CancellationToken cancellationToken)
        where T : class
    {
        TimeProvider clock = WaitClock.Current;
        long started = clock.GetTimestamp();
        for (TimeSpan pause = _first; ; pause = pause * 2 < _longest ? pause * 2 : _longest)
        {
            if (await ask().ConfigureAwait(false) is { } answer)
                return answer;
            if (clock.GetElapsedTime(started) + pause > atMost)
                throw new CloudException("WaitTimedOut", $"{what} had not come about after {atMost.TotalSeconds:0} s.", CloudErrorCategory.OperationTimeout);
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
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
