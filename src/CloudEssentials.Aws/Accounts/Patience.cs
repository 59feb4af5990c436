using CloudEssentials.Aws.Errors;

namespace CloudEssentials.Aws.Accounts;

/// <summary>Calls again what AWS throttled although the SDK tried again already: an audit asks much at once, and a gap in it would mislead.</summary>
internal static class Patience
{
    private const int Most = 6;
    private static readonly TimeSpan _first = TimeSpan.FromMilliseconds(200);

    /// <summary>Calls.</summary>
    /// <exception cref="CloudException">The refusal, in the module's own words.</exception>
    internal static async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && AwsErrors.From(exception) is { } error)
            {
                if (error.ErrorId != "Throttled" || attempt == Most)
                    throw error;
            }

            await Task.Delay(_first * (attempt + Random.Shared.NextDouble()), cancellationToken).ConfigureAwait(false);
        }
    }
}
