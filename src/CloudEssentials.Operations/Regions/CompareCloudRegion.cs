using System.Runtime.CompilerServices;
using CloudEssentials.Regions;

namespace CloudEssentials.Operations.Regions;

/// <summary>Ranks Regions by latency, price, services and compliance, and says why.</summary>
[Operation("Compare", "CloudRegion")]
public sealed class CompareCloudRegion : IOperation<CompareCloudRegionRequest, RegionComparison>
{
    private const int MaximumSamples = 50;
    private const int MaximumThrottle = 200;

    /// <inheritdoc/>
    public async IAsyncEnumerable<RegionComparison> RunAsync(
        CompareCloudRegionRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.SampleCount is < 1 or > MaximumSamples)
            throw new CloudException("SampleCountInvalid", $"-SampleCount {request.SampleCount} is not a number from 1 to {MaximumSamples}.", CloudErrorCategory.InvalidArgument, request.SampleCount);
        if (request.ThrottleLimit is < 1 or > MaximumThrottle)
            throw new CloudException("ThrottleLimitInvalid", $"-ThrottleLimit {request.ThrottleLimit} is not a number from 1 to {MaximumThrottle}.", CloudErrorCategory.InvalidArgument, request.ThrottleLimit);
        RegionWeights weights = RegionWeights.For(request.Workload).With(request.Weight);
        RegionRequirements requirements = Requirements(request);
        GeoPoint? location = request.Location is null ? null : GeoPoint.Parse(request.Location, RegionCatalog.Default);
        List<RegionFacts> regions = Choose(request, host);
        HashSet<string> standing = [.. regions.Where(region => requirements.Against(region) is null).Select(region => region.Code)];

        IReadOnlyList<RegionCandidate> candidates = request.Offline
            ? [.. regions.Select(region => OfflineCandidate(region, location, request))]
            : await LiveRegionFigures.GatherAsync(request, regions, standing, location, host, cancellationToken).ConfigureAwait(false);
        if (regions.Count > 0 && standing.Count == 0)
            host.WriteWarning("No Region meets every requirement; the reason stands with each.");
        if (candidates.All(candidate => candidate.LatencyMs is null) && weights.Latency > 0 && candidates.Count > 0)
            host.WriteWarning(request.Offline ? "Latency is not compared: -Location says where the users are, for an estimate by distance." : "Latency is not compared: no Region could be measured, and -Location gives no place to estimate from.");
        foreach (RegionComparison row in new RegionRanking(requirements, weights, RegionalServiceCatalog.Default).Rank(candidates))
            yield return row;
    }

    /// <summary>The latency by distance, named so.</summary>
    internal static (double? Milliseconds, string Source) Estimate(RegionFacts region, GeoPoint? location)
    {
        if (location is null)
            return (null, "unknown");
        double distance = location.DistanceTo(new(region.Location, region.Latitude, region.Longitude));
        return (LatencyEstimate.ForDistance(distance), $"estimated by distance from {location.Name}, {distance:0} km");
    }

    private static RegionCandidate OfflineCandidate(RegionFacts region, GeoPoint? location, CompareCloudRegionRequest request)
    {
        (double? latency, string source) = Estimate(region, location);
        return new(region, latency, source, null, request.InstanceType is null ? "" : "unknown (offline)");
    }

    private static RegionRequirements Requirements(CompareCloudRegionRequest request)
    {
        CheckKnown("-Country", request.Country, region => [region.Country, region.CountryCode]);
        CheckKnown("-Geography", request.Geography, region => [region.Geography]);
        return new()
        {
            Services = [.. (request.Service ?? []).Select(RegionalServiceCatalog.Default.Get).Distinct()],
            Countries = request.Country ?? [],
            Geographies = request.Geography ?? [],
            ExcludedRegions = request.ExcludeRegion ?? [],
        };
    }

    private static void CheckKnown(string parameter, string[]? wanted, Func<RegionFacts, string[]> names)
    {
        HashSet<string> known = [.. RegionCatalog.Default.Regions.SelectMany(names)];
        foreach (string name in wanted ?? [])
        {
            if (new RegionPattern([name]) is { } pattern && !known.Any(pattern.Includes))
            {
                throw new CloudException(
                    "PlaceUnknown",
                    $"{parameter} '{name}': no Region is there.",
                    CloudErrorCategory.ObjectNotFound,
                    name,
                    $"There are Regions in {string.Join(", ", known.Where(place => place.Length > 2).Order(StringComparer.Ordinal))}.");
            }
        }
    }

    private static List<RegionFacts> Choose(CompareCloudRegionRequest request, IOperationHost host)
    {
        RegionCatalog catalog = RegionCatalog.Default;
        RegionPattern pattern = new(request.Region);
        List<RegionFacts> all = [.. catalog.InPartition(request.Partition)];
        if (all.Count == 0)
            throw new CloudException("PartitionUnknown", $"-Partition: there is no partition '{request.Partition}'.", CloudErrorCategory.InvalidArgument, request.Partition, $"The partitions are {string.Join(", ", catalog.Regions.Select(region => region.Partition).Distinct())}.");
        List<RegionFacts> chosen = [.. all.Where(region => pattern.Includes(region.Code))];
        foreach (string unmatched in pattern.Unmatched([.. chosen.Select(region => region.Code)]))
            host.WriteError(RegionChoice.NotInAccount(catalog, unmatched, request.Partition));
        return chosen;
    }
}
