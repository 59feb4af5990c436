using CloudEssentials.Aws.Clients;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// Finds, makes, changes and deletes the resources of an application, side by side wherever one does not need the other. Every step finds
/// before it makes, so that a run that broke off anywhere is taken up by the next.
/// </summary>
internal sealed class AppExecutor
{
    /// <summary>How many steps are under way at a time.</summary>
    internal const int Width = 12;

    private readonly AppScope _scope;
    private readonly Dictionary<string, IResourceDriver> _drivers;

    /// <summary>Makes an executor.</summary>
    /// <param name="scope">Where, and for which application.</param>
    /// <param name="drivers">One a type of resource.</param>
    internal AppExecutor(AppScope scope, IEnumerable<IResourceDriver> drivers)
    {
        // The SDK would call again by itself: whether that may be is known here alone, where a lost answer is looked after.
        _scope = scope with { Connection = scope.Connection.With(scope.Connection.Place with { MaxAttempts = 1 }) };
        _drivers = drivers.ToDictionary(driver => driver.Type, StringComparer.Ordinal);
    }

    private AppExecutor(AppScope scope, Dictionary<string, IResourceDriver> drivers)
    {
        _scope = scope;
        _drivers = drivers;
    }

    /// <summary>Where it works.</summary>
    internal AppScope Scope => _scope;

    /// <summary>The same, where deletions take data with them or do not.</summary>
    internal AppExecutor With(bool includeData) => new(_scope with { IncludeData = includeData }, _drivers);

    /// <summary>The types that it has drivers of.</summary>
    internal IEnumerable<string> Types => _drivers.Keys;

    /// <summary>The driver of a type.</summary>
    internal IResourceDriver Driver(string type) =>
        _drivers.GetValueOrDefault(type) ?? throw new CloudException("ResourceTypeUnknown", $"There is no way to make a resource of the type {type}.", CloudErrorCategory.InvalidOperation, type);

    /// <summary>Looks which of the resources stand, and in what they differ from what is wanted.</summary>
    internal async Task<Standing> FindAsync(IReadOnlyList<AppResource> resources, CancellationToken cancellationToken)
    {
        WaitClock.Use(_scope.Connection.Clock);
        Standing standing = new(_scope);
        await StepGraph.RunAsync(resources, resource => resource.LogicalId, resource => resource.Dependencies, Width, FindOneAsync, cancellationToken).ConfigureAwait(false);
        return standing;

        async Task FindOneAsync(AppResource resource, CancellationToken token)
        {
            ResourceWish wish = standing.Wish(resource);
            if (await Repetition.RunAsync(() => Driver(resource.Type).FindAsync(wish, token), token).ConfigureAwait(false) is { } found)
                standing.Add(resource.LogicalId, found);
        }
    }

    /// <summary>Makes what does not stand, and changes what differs.</summary>
    /// <param name="resources">What is wanted.</param>
    /// <param name="found">What <see cref="FindAsync"/> found of it.</param>
    /// <param name="progress">Is told of each step at its beginning and its end.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What stands at the end.</returns>
    internal Task<Standing> ApplyAsync(IReadOnlyList<AppResource> resources, Standing found, IProgress<AppStep>? progress, CancellationToken cancellationToken)
    {
        WaitClock.Use(_scope.Connection.Clock);
        return new AppRun(this, resources, found, progress).RunAsync(cancellationToken);
    }

    /// <summary>Everything of some types that bears the application's tag.</summary>
    internal async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(IEnumerable<string> types, CancellationToken cancellationToken)
    {
        WaitClock.Use(_scope.Connection.Clock);
        IReadOnlyList<FoundResource>[] owned = await Task.WhenAll(types.Select(
            type => Repetition.RunAsync(() => Driver(type).FindOwnedAsync(_scope, cancellationToken), cancellationToken))).ConfigureAwait(false);
        return [.. owned.SelectMany(found => found)];
    }

    /// <summary>Deletes resources, each after what needs it.</summary>
    internal async Task DeleteAsync(IReadOnlyList<FoundResource> resources, IProgress<AppStep>? progress, CancellationToken cancellationToken)
    {
        WaitClock.Use(_scope.Connection.Clock);
        HashSet<string> ids = [.. resources.Select(resource => resource.Id)];
        IReadOnlyList<FoundResource> alone = [.. resources.Where(resource => resource.GoesWith is not { } other || !ids.Contains(other)).DistinctBy(Key)];
        ILookup<string, string> keys = alone.ToLookup(resource => resource.Type, Key);
        await StepGraph.RunAsync(alone, Key, resource => DeletionOrder.Before(resource.Type).SelectMany(type => keys[type]), Width, DeleteOneAsync, cancellationToken).ConfigureAwait(false);

        async Task DeleteOneAsync(FoundResource resource, CancellationToken token)
        {
            progress?.Report(AppStep.Deletion(resource, isDone: false));
            await Repetition.RunAsync(
                async () =>
                {
                    await Driver(resource.Type).DeleteAsync(_scope, resource, token).ConfigureAwait(false);
                    return true;
                },
                token).ConfigureAwait(false);
            progress?.Report(AppStep.Deletion(resource, isDone: true));
        }
    }

    private static string Key(FoundResource resource) => $"{resource.Type} {resource.Id}";
}
