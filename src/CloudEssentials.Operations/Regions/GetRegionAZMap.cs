using System.Runtime.CompilerServices;
using CloudEssentials.Regions;

namespace CloudEssentials.Operations.Regions;

/// <summary>Gives the Regions with their zones: from AWS, or from the catalogue.</summary>
[Operation("Get", "RegionAZMap")]
public sealed class GetRegionAZMap : IOperation<GetRegionAZMapRequest, RegionAZMap>
{
    private const int MaximumThrottle = 200;

    /// <inheritdoc/>
    public IAsyncEnumerable<RegionAZMap> RunAsync(GetRegionAZMapRequest request, IOperationHost host, CancellationToken cancellationToken)
    {
        if (request.ThrottleLimit is < 1 or > MaximumThrottle)
            throw new CloudException("ThrottleLimitInvalid", $"-ThrottleLimit {request.ThrottleLimit} is not a number from 1 to {MaximumThrottle}.", CloudErrorCategory.InvalidArgument, request.ThrottleLimit);
        if (request.Partition is { } partition && !RegionCatalog.Default.Regions.Any(region => region.Partition.Equals(partition, StringComparison.OrdinalIgnoreCase)))
            throw UnknownPartition(partition);

        // The SDK is not even loaded for the catalogue's sake.
        return request.Offline ? OfflineAsync(request, host) : LiveAsync(request, host, cancellationToken);
    }

    private static async IAsyncEnumerable<RegionAZMap> LiveAsync(GetRegionAZMapRequest request, IOperationHost host, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LiveRegionMap? live = await LiveRegionMap.ConnectAsync(request, host, cancellationToken).ConfigureAwait(false);
        if (live is null)
        {
            RegionCatalog catalog = RegionCatalog.Default;
            host.WriteWarning($"There are no AWS credentials: this is the built-in catalogue of {catalog.Date:yyyy-MM-dd}. Connect-CloudAccount shows the account's own map; -Offline says that the catalogue is meant.");
        }

        IAsyncEnumerable<RegionAZMap> maps = live is null ? OfflineAsync(request, host) : live.RunAsync(cancellationToken);
        await foreach (RegionAZMap map in maps.ConfigureAwait(false))
            yield return map;
    }

    private static async IAsyncEnumerable<RegionAZMap> OfflineAsync(GetRegionAZMapRequest request, IOperationHost host)
    {
        await Task.CompletedTask;
        RegionCatalog catalog = RegionCatalog.Default;
        RegionPattern pattern = new(request.Region);
        List<string> seen = [];
        foreach (RegionFacts region in catalog.Regions)
        {
            if (!IsIn(region, request, pattern) || !pattern.Includes(region.Code))
                continue;
            seen.Add(region.Code);
            yield return RegionAZMap.Of(region, request.ZoneType, catalog.Date);
        }

        foreach (string unmatched in pattern.Unmatched(seen))
            host.WriteError(RegionChoice.NotFound(catalog, unmatched));
    }

    // A Region that is named in full is meant, wherever it is and whether or not it is open.
    private static bool IsIn(RegionFacts region, GetRegionAZMapRequest request, RegionPattern pattern) =>
        !region.IsEndpointAlias
        && (region.IsLaunched || request.AllRegions || pattern.Names(region.Code))
        && (request.Partition is { } partition ? region.Partition.Equals(partition, StringComparison.OrdinalIgnoreCase) : region.Partition == "aws" || pattern.Names(region.Code));

    private static CloudException UnknownPartition(string partition) => new(
        "PartitionUnknown",
        $"-Partition: there is no partition '{partition}'.",
        CloudErrorCategory.InvalidArgument,
        partition,
        $"The partitions are {string.Join(", ", RegionCatalog.Default.Regions.Select(region => region.Partition).Distinct())}.");
}
