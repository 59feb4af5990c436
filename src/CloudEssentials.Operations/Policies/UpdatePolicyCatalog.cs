using System.Runtime.CompilerServices;
using CloudEssentials.Catalog;

namespace CloudEssentials.Operations.Policies;

/// <summary>
/// Refreshes the user's copy of the action catalogue from AWS's published service reference. What serves is only replaced by a finished file
/// that has been read back and found to hold everything that was known; <c>-Rollback</c> takes the newest copy away again.
/// </summary>
[Operation("Update", "PolicyCatalog", Impact = ChangeImpact.Medium)]
public sealed class UpdatePolicyCatalog : IOperation<UpdatePolicyCatalogRequest, PolicyCatalogUpdate>
{
    private const string Activity = "Refreshing the catalogue of actions";
    private const int AtOnce = 8;

    // AWS retires a service now and then; a list that lacks many has been cut short.
    private const double LeastShareOfKnownServices = 0.8;

    internal string Folder { get; init; } = CatalogLocation.UserFolder;

    internal HttpMessageHandler? Handler { get; init; }

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    public async IAsyncEnumerable<PolicyCatalogUpdate> RunAsync(
        UpdatePolicyCatalogRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Folder.Length == 0)
            throw new CloudException("CatalogFolderMissing", "This account has no folder for application data.", CloudErrorCategory.InvalidOperation);
        ActionCatalogCopies copies = new(Folder);
        var result = request.Rollback
            ? await RollBackAsync(copies, host).ConfigureAwait(false)
            : await RefreshAsync(copies, request.Endpoint, host, cancellationToken).ConfigureAwait(false);
        if (result is not null)
            yield return result;
    }

    private static async Task<PolicyCatalogUpdate?> RollBackAsync(ActionCatalogCopies copies, IOperationHost host)
    {
        if (copies.Find() is not [var newest, ..])
        {
            throw new CloudException(
                "CatalogCopyMissing",
                $"There is no refreshed copy in '{copies.Folder}': the catalogue that the module ships is in use.",
                CloudErrorCategory.ObjectNotFound,
                copies.Folder);
        }

        if (!await host.ShouldProcessAsync(newest, "Remove the refreshed catalogue").ConfigureAwait(false))
            return null;
        var before = copies.OpenNewest().Date;
        File.Delete(newest);
        ForgetDefault(copies);
        return Describe(copies.OpenNewest(), before, [], rolledBack: true);
    }

    // Copies in another folder serve nobody here.
    private static void ForgetDefault(ActionCatalogCopies copies)
    {
        if (copies.Folder == CatalogLocation.UserFolder)
            ActionCatalog.ForgetDefault();
    }

    private static PolicyCatalogUpdate Describe(ActionCatalog now, DateOnly before, IReadOnlyList<string> added, bool rolledBack) => new()
    {
        Path = now.Path,
        Date = now.Date,
        PreviousDate = before,
        ServiceCount = now.Services.Count,
        ActionCount = now.Services.Sum(service => service.ActionCount),
        AddedAction = added,
        RolledBack = rolledBack,
    };

    private static void CheckIndex(IReadOnlyList<(string Prefix, Uri Address)> index, ActionCatalog known, Uri endpoint)
    {
        var kept = index.Count(entry => known.FindService(entry.Prefix) is not null);
        if (kept >= known.Services.Count * LeastShareOfKnownServices)
            return;
        throw new CloudException(
            "CatalogDownloadIncomplete",
            $"The list at '{endpoint}' names {kept} of the {known.Services.Count} known services. The catalogue stays as it is.",
            CloudErrorCategory.InvalidData,
            endpoint,
            "Try again later.");
    }

    private async Task<PolicyCatalogUpdate?> RefreshAsync(
        ActionCatalogCopies copies, Uri endpoint, IOperationHost host, CancellationToken cancellationToken)
    {
        using ServiceReferenceClient client = new(endpoint, Handler);
        if (!await host.ShouldProcessAsync(copies.Folder, $"Refresh the catalogue of actions from {endpoint}").ConfigureAwait(false))
            return null;
        var known = copies.OpenNewest();
        var index = await client.ReadIndexAsync(cancellationToken).ConfigureAwait(false);
        CheckIndex(index, known, endpoint);
        var downloaded = await DownloadAsync(client, index, host, cancellationToken).ConfigureAwait(false);
        var merged = Merge(known, downloaded);
        var path = Write(copies, known, merged, endpoint);
        ForgetDefault(copies);
        var now = ActionCatalog.Open(path);
        var added = now.MatchActions("*").Select(action => action.FullName).Where(name => known.FindAction(name) is null).ToList();
        return Describe(now, known.Date, added, rolledBack: false);
    }

    private static async Task<ReferenceService[]> DownloadAsync(
        ServiceReferenceClient client, IReadOnlyList<(string Prefix, Uri Address)> index, IOperationHost host, CancellationToken cancellationToken)
    {
        var services = new ReferenceService[index.Count];
        var done = 0;
        ParallelOptions options = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, index.Count, options, async (i, token) =>
        {
            services[i] = await client.ReadServiceAsync(index[i].Prefix, index[i].Address, token).ConfigureAwait(false);
            var count = Interlocked.Increment(ref done);
            host.WriteProgress(new(Activity, $"{count} of {index.Count} services", count * 100 / index.Count));
        }).ConfigureAwait(false);
        host.WriteProgress(new(Activity, "Merging", 100, Completed: true));
        return services;
    }

    private static List<ServiceFacts> Merge(ActionCatalog known, ReferenceService[] downloaded)
    {
        var newer = downloaded.ToDictionary(service => service.Prefix, StringComparer.OrdinalIgnoreCase);
        List<ServiceFacts> merged = [];
        foreach (var service in known.Services.Select(ServiceFacts.From))
            merged.Add(newer.Remove(service.Prefix, out var now) ? ServiceMerger.Merge(service, now) : service);
        merged.AddRange(newer.Values.Select(service => ServiceMerger.Merge(null, service)));
        return merged;
    }

    private string Write(ActionCatalogCopies copies, ActionCatalog known, List<ServiceFacts> merged, Uri endpoint)
    {
        var now = Clock.GetUtcNow();
        var source = $"AWS service reference ({endpoint.Host}), merged with: {known.Source.Split(", merged with: ")[^1]}";
        CatalogStamp stamp = new(DateOnly.FromDateTime(now.UtcDateTime), known.Version, source);

        // A user waits for this: a middling compression is a tenth of the time for a tenth more space.
        return copies.Add(
            now,
            stream => ActionCatalogWriter.Write(stream, stamp, known.GlobalKeyFacts, merged, quality: 6),
            written => CheckNothingLost(known, written));
    }

    private static void CheckNothingLost(ActionCatalog known, ActionCatalog written)
    {
        var lost = ServiceMerger.FindLost(known, written).Take(3).ToList();
        if (lost.Count > 0 || written.GlobalConditionKeys.Count < known.GlobalConditionKeys.Count)
        {
            throw new CloudException(
                "CatalogMergeLoss",
                $"The merged catalogue would lack what was known ({string.Join(", ", lost)}). The catalogue stays as it is.",
                CloudErrorCategory.InvalidData);
        }
    }
}
