using System.Collections.Concurrent;
using CloudEssentials.Aws.Clients;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// One run that makes what is wanted. What has a name that AWS keeps unique, or takes a client token, cannot come about twice. A VPC, an internet
/// gateway and an address have neither: where an earlier run may have made one that searches do not show yet, they are made only after searches
/// have shown none for as long as they may lag. That no earlier run came so far is certain where this run, and no other, made the role: its
/// name is unique, and nothing nameless is made before it.
/// </summary>
internal sealed class AppRun
{
    private const string MarkerType = "AWS::IAM::Role";

    private readonly AppExecutor _executor;
    private readonly IReadOnlyList<AppResource> _resources;
    private readonly Standing _planned;
    private readonly Standing _standing;
    private readonly IProgress<AppStep>? _progress;
    private readonly AppResource? _marker;
    private readonly ConcurrentDictionary<string, byte> _made = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _changed = new(StringComparer.Ordinal);
    private volatile bool _isFirst;

    internal AppRun(AppExecutor executor, IReadOnlyList<AppResource> resources, Standing planned, IProgress<AppStep>? progress)
    {
        _executor = executor;
        _resources = resources;
        _planned = planned;
        _standing = planned.Copy();
        _progress = progress;
        _marker = resources.FirstOrDefault(resource => resource.Type == MarkerType);
    }

    internal async Task<Standing> RunAsync(CancellationToken cancellationToken)
    {
        await StepGraph.RunAsync(_resources, resource => resource.LogicalId, Needs, AppExecutor.Width, StepAsync, cancellationToken).ConfigureAwait(false);
        return _standing;
    }

    private IEnumerable<string> Needs(AppResource resource) =>
        _marker is not null && _executor.Driver(resource.Type).IsNameless ? resource.Dependencies.Append(_marker.LogicalId) : resource.Dependencies;

    private async Task StepAsync(AppResource resource, CancellationToken cancellationToken)
    {
        IResourceDriver driver = _executor.Driver(resource.Type);
        TimeProvider clock = WaitClock.Current;
        long started = clock.GetTimestamp();
        FoundResource? found = _planned[resource.LogicalId];
        bool isFresh = driver.IsNameless ? _isFirst : resource.Dependencies.Any(_made.ContainsKey);
        bool mustLook = found is null ? !isFresh : resource.Dependencies.Any(_changed.ContainsKey);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                ResourceWish wish = _standing.Wish(resource) with { IsFresh = isFresh };
                if (mustLook)
                    found = await LookAsync(driver, wish, cancellationToken).ConfigureAwait(false);
                await TakeAsync(driver, wish, found, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && GoesOn(CallFaults.Of(exception), attempt, clock.GetElapsedTime(started)))
            {
                // From now on it is not certain that there is none.
                mustLook = true;
                isFresh = false;
            }

            await Repetition.PauseAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool GoesOn(CallFault fault, int attempt, TimeSpan elapsed) => fault switch
    {
        CallFault.Final => false,
        CallFault.Unseen => elapsed < (2 * _executor.Scope.Connection.Lag) + TimeSpan.FromSeconds(10),
        _ => attempt < Repetition.Most,
    };

    private async Task<FoundResource?> LookAsync(IResourceDriver driver, ResourceWish wish, CancellationToken cancellationToken)
    {
        TimeProvider clock = WaitClock.Current;
        TimeSpan lag = driver.IsNameless && !wish.IsFresh ? _executor.Scope.Connection.Lag : TimeSpan.Zero;
        long started = clock.GetTimestamp();
        while (true)
        {
            // The last search begins when the time is up, not before.
            bool isLast = clock.GetElapsedTime(started) >= lag;
            if (await driver.FindAsync(wish, cancellationToken).ConfigureAwait(false) is { } found)
                return found;
            if (isLast)
                return null;
            await Task.Delay(lag / 6, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(IResourceDriver driver, ResourceWish wish, FoundResource? found, CancellationToken cancellationToken)
    {
        AppResource resource = wish.Resource;
        PlanAction action = found is null ? PlanAction.Create : found is { IsOwned: true, Differences.Count: > 0 } ? PlanAction.Change : PlanAction.Keep;
        if (action != PlanAction.Keep)
            _progress?.Report(AppStep.Of(action, resource, found, isDone: false));
        FoundResource stands = action switch
        {
            PlanAction.Create => await driver.CreateAsync(wish, cancellationToken).ConfigureAwait(false),
            PlanAction.Change => await driver.UpdateAsync(wish, found!, cancellationToken).ConfigureAwait(false),
            _ => found!,
        };
        _standing.Add(resource.LogicalId, stands);
        Note(action, resource, stands);
        _progress?.Report(AppStep.Of(action, resource, stands, isDone: true));
    }

    private void Note(PlanAction action, AppResource resource, FoundResource stands)
    {
        if (action == PlanAction.Create)
            _made[resource.LogicalId] = 0;
        if (action != PlanAction.Keep || _planned[resource.LogicalId]?.Id != stands.Id)
            _changed[resource.LogicalId] = 0;
        if (resource == _marker)
            _isFirst = action == PlanAction.Create && stands.IsNew;
    }
}
