using Amazon.Runtime;

namespace CloudEssentials.Aws.Clients;

/// <summary>What a waiter makes of one answer.</summary>
internal enum WaitState
{
    /// <summary>No acceptor knows the answer: an error ends the wait, a response is asked for again.</summary>
    Unknown,

    /// <summary>Ask again.</summary>
    Retry,

    /// <summary>What was waited for is so.</summary>
    Success,

    /// <summary>It will never be so.</summary>
    Failure,
}

/// <summary>Asks again until AWS's own description of a state (waiters-2.json) holds.</summary>
internal static class Waiter
{
    internal static async Task RunAsync<TResponse>(
        string name, Func<CancellationToken, Task<TResponse>> call, Func<TResponse?, AmazonServiceException?, WaitState> accept,
        TimeSpan every, TimeSpan atMost, CancellationToken cancellationToken)
        where TResponse : class
    {
        TimeProvider clock = WaitClock.Current;
        long started = clock.GetTimestamp();
        while (true)
        {
            WaitState state = await AskAsync(call, accept, cancellationToken).ConfigureAwait(false);
            if (state == WaitState.Success) return;
            if (state == WaitState.Failure)
            {
                throw new CloudException("WaitFailed", $"Waiting for {name} ended: the resource has reached a state from which it cannot come about.", CloudErrorCategory.InvalidOperation);
            }
            if (clock.GetElapsedTime(started) + every > atMost)
            {
                throw new CloudException("WaitTimedOut", $"{name} had not come about after {atMost.TotalSeconds:0.#} s.", CloudErrorCategory.OperationTimeout);
            }
            await Task.Delay(every, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>True when there is a value, and each is <paramref name="expected"/>.</summary>
    internal static bool All(IEnumerable<string> values, string expected)
    {
        bool any = false;
        foreach (string value in values)
        {
            if (value != expected) return false;
            any = true;
        }
        return any;
    }

    private static async Task<WaitState> AskAsync<TResponse>(
        Func<CancellationToken, Task<TResponse>> call, Func<TResponse?, AmazonServiceException?, WaitState> accept, CancellationToken cancellationToken)
        where TResponse : class
    {
        try
        {
            return accept(await call(cancellationToken).ConfigureAwait(false), null);
        }
        catch (AmazonServiceException e) when (accept(null, e) is not WaitState.Unknown and var state)
        {
            return state;
        }
    }
}
