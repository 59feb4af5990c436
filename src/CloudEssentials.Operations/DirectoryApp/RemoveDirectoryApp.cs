using System.Runtime.CompilerServices;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Removes everything that bears the tag of an application, and proves that nothing is left.</summary>
[Operation("Remove", "DirectoryApp", Impact = ChangeImpact.High)]
public sealed class RemoveDirectoryApp : IOperation<RemoveDirectoryAppRequest, RemovedDirectoryApp>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<RemovedDirectoryApp> RunAsync(
        RemoveDirectoryAppRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SpecRules.CheckName(request.Name);
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        DirectoryAppGateway gateway = new(place.Connection, place.AccountId, request.Name);
        Task<IReadOnlyList<StandingResource>> data = gateway.DataAsync(cancellationToken);
        IReadOnlyList<StandingResource> standing = await gateway.OwnedAsync(includeData: false, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<StandingResource> kept = await data.ConfigureAwait(false);
        if (request.IncludeData)
            (standing, kept) = ([.. standing, .. kept], []);
        if (!await AskAsync(request.Name, standing, host).ConfigureAwait(false))
            yield break;
        if (standing.Count == 0 && kept.Count == 0)
            host.WriteWarning($"Nothing in {place.Connection.Region} bears the tag of an application '{request.Name}'.");
        AppProgress progress = new(host, $"Remove-DirectoryApp {request.Name}", standing.Count);
        await RemoveAsync(gateway, request, progress, host, cancellationToken).ConfigureAwait(false);
        yield return new()
        {
            Name = request.Name,
            Region = place.Connection.Region,
            Deleted = [.. progress.Done.Select(done => done[(done.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Distinct()],
            Kept = [.. kept.Select(resource => $"{resource.Type} {resource.Name}")],
            IsGone = true,
            AccountId = place.AccountId,
            Source = place.Source,
        };
    }

    private static async Task<bool> AskAsync(string name, IReadOnlyList<StandingResource> standing, IOperationHost host)
    {
        bool isWanted = true;
        foreach (StandingResource resource in standing)
            isWanted &= await host.ShouldProcessAsync($"{resource.Name} ({resource.Type})", "Delete").ConfigureAwait(false);
        return standing.Count > 0 ? isWanted : await host.ShouldProcessAsync(name, "Look for what is left").ConfigureAwait(false);
    }

    private static async Task RemoveAsync(DirectoryAppGateway gateway, RemoveDirectoryAppRequest request, AppProgress progress, IOperationHost host, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.RemoveAsync(request.IncludeData, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            host.WriteLastWord($"{request.Name} is not removed altogether. Deleted so far: {progress.Done.Count}. Run the same command again: it goes on from there.");
            throw;
        }
        catch (Exception exception)
        {
            CloudException error = CloudErrors.From(exception);
            throw progress.Done.Count == 0 ? error : new CloudException(
                "DirectoryAppNotGone",
                $"{request.Name} is not removed altogether: {error.Message} Deleted so far: {string.Join("; ", progress.Done)}.",
                error.Category,
                request.Name,
                $"{error.Remedy} Run the same command again: it goes on from there.".TrimStart(),
                exception);
        }
        finally
        {
            progress.End();
        }
    }
}
