namespace CloudEssentials.Operations.Accounts;

/// <summary>
/// Takes a change step by step, asking before each, and, where one fails, says what stands already: a second run finds it
/// and goes on from there.
/// </summary>
/// <param name="host">Who is asked.</param>
/// <param name="reassurance">What is true however far the change came, as a sentence.</param>
internal sealed class ChangeSteps(IOperationHost host, string? reassurance = null)
{
    private readonly List<string> _done = [];

    /// <summary>True once a step was declined, or would have been taken but for <c>-WhatIf</c>.</summary>
    internal bool Declined { get; private set; }

    /// <summary>What was done, in words.</summary>
    internal IReadOnlyList<string> Done => _done;

    /// <summary>Takes a step, unless the one before was declined.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">What is done, as in "Create the user".</param>
    /// <param name="step">The change.</param>
    /// <returns>True where it was taken.</returns>
    /// <exception cref="CloudException">AWS's own refusal, or <c>ChangeIncomplete</c> where steps before it stand.</exception>
    internal async Task<bool> TakeAsync(string target, string action, Func<Task> step)
    {
        if (!await host.ShouldProcessAsync(target, action).ConfigureAwait(false))
        {
            Declined = true;
            return false;
        }

        await RunAsync(target, action, step).ConfigureAwait(false);
        return true;
    }

    /// <summary>Takes a step that was asked about before, with others.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">What is done.</param>
    /// <param name="step">The change.</param>
    /// <exception cref="CloudException">As of <see cref="TakeAsync"/>.</exception>
    internal async Task RunAsync(string target, string action, Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Incomplete(target, action, exception);
        }

        _done.Add($"{action}: {target}");
    }

    private CloudException Incomplete(string target, string action, Exception exception)
    {
        CloudException error = CloudErrors.From(exception);
        return _done.Count == 0
            ? error
            : new(
                "ChangeIncomplete",
                $"{action}: {target}: {error.Message} Done before and still standing: {string.Join("; ", _done)}.{(reassurance is null ? "" : $" {reassurance}")}",
                error.Category,
                target,
                $"{error.Remedy} Run the same command again: it finds what stands and goes on from there.".TrimStart(),
                exception);
    }
}
