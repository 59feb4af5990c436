using CloudEssentials.Aws.Clients;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>A plan that can be carried out, and taken back.</summary>
public sealed class DirectoryAppDeployment
{
    private readonly AppExecutor _executor;
    private readonly IReadOnlyList<AppResource> _wanted;
    private readonly IReadOnlyList<FoundResource> _leftovers;
    private readonly Standing _planned;

    internal DirectoryAppDeployment(AppExecutor executor, IReadOnlyList<AppResource> wanted, Standing planned, IReadOnlyList<FoundResource> leftovers, DirectoryAppPlan plan)
    {
        _executor = executor;
        _wanted = wanted;
        _planned = planned;
        _leftovers = leftovers;
        Plan = plan;
    }

    /// <summary>The plan.</summary>
    public DirectoryAppPlan Plan { get; }

    /// <summary>Makes, changes and deletes what the plan says.</summary>
    /// <param name="progress">Is told of each step at its beginning and its end.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task ApplyAsync(IProgress<AppStep>? progress, CancellationToken cancellationToken)
    {
        await _executor.ApplyAsync(_wanted, _planned, progress, cancellationToken).ConfigureAwait(false);
        await _executor.DeleteAsync(_leftovers, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes what stands now of that which the plan was to make: what was there before is left as it is.</summary>
    /// <param name="progress">Is told of each deletion at its beginning and its end.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task RollBackAsync(IProgress<AppStep>? progress, CancellationToken cancellationToken)
    {
        WaitClock.Use(_executor.Scope.Connection.Clock);
        // What a lost answer left behind shows after a while.
        await Task.Delay(_executor.Scope.Connection.Lag, WaitClock.Current, cancellationToken).ConfigureAwait(false);
        Standing standing = await _executor.FindAsync(_wanted, cancellationToken).ConfigureAwait(false);
        await _executor.DeleteAsync(
            [.. standing.Found.Where(found => found.Value.IsOwned && _planned[found.Key] is null).Select(found => found.Value)],
            progress,
            cancellationToken).ConfigureAwait(false);
    }
}
