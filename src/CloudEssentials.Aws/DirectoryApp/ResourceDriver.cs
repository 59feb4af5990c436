namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>What most drivers have in common.</summary>
/// <param name="type">The type of resource.</param>
internal abstract class ResourceDriver(string type) : IResourceDriver
{
    /// <summary>How long what was made a moment ago may be unknown to the next call.</summary>
    protected static readonly TimeSpan Lag = TimeSpan.FromMinutes(1);

    /// <summary>How long what is deleted may take to let go of its network interfaces and addresses.</summary>
    protected static readonly TimeSpan Release = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public string Type => type;

    /// <inheritdoc/>
    public virtual bool IsNameless => false;

    /// <inheritdoc/>
    public abstract Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public virtual Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken) => Task.FromResult(found with { Differences = [] });

    /// <summary>Nothing by itself: it goes with what it belongs to.</summary>
    public virtual Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<FoundResource>>([]);

    /// <inheritdoc/>
    public virtual Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads what was made under a unique name, which a search may not show yet.</summary>
    protected async Task<FoundResource> SeeAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        FoundResource found = await Eventually.AskAsync(() => FindAsync(wish, cancellationToken), $"{Type} {wish.Resource.Name}", Lag, cancellationToken).ConfigureAwait(false);
        return found.IsOwned ? found : throw IamTags.Foreign(Type, wish.Resource.Name, wish.Scope);
    }

    /// <summary>The error where something has come about in a way that cannot be changed.</summary>
    protected static CloudException Fixed(ResourceWish wish, string fact) => new(
        "ResourceFixed",
        $"{wish.Resource.Name} ({wish.Resource.Type}): {fact}",
        CloudErrorCategory.InvalidOperation,
        wish.Resource.Name,
        $"That cannot be changed: run Remove-DirectoryApp {wish.Scope.AppName} first, or keep to what stands.");
}
