using CloudEssentials.Regions;

namespace CloudEssentials.Operations.Regions;

/// <summary>The errors for a choice of Regions that finds none.</summary>
internal static class RegionChoice
{
    /// <summary>A code or pattern that no Region has.</summary>
    internal static CloudException NotFound(RegionCatalog catalog, string pattern) => pattern.AsSpan().IndexOfAny('*', '?') >= 0
        ? new("RegionUnknown", $"No Region matches '{pattern}'.", CloudErrorCategory.ObjectNotFound, pattern, "Get-RegionAZMap -Offline -AllRegions lists the Regions.")
        : catalog.UnknownRegion(pattern);

    /// <summary>A code or pattern that no Region of an account has: it may be one that is not enabled, or of another partition.</summary>
    internal static CloudException NotInAccount(RegionCatalog catalog, string pattern, string partition) => catalog.Find(pattern) switch
    {
        { IsEndpointAlias: false } known when known.Partition != partition => new(
            "RegionOfOtherPartition",
            $"{known.Code} is in the partition {known.Partition}, and the credentials are of {partition}.",
            CloudErrorCategory.ObjectNotFound,
            known.Code,
            $"Connect with credentials of {known.Partition}, or use -Offline."),
        { OptInRequired: true } known => new(
            "RegionNotOptedIn",
            $"{known.Code} ({known.Name}) is not enabled in this account.",
            CloudErrorCategory.ResourceUnavailable,
            known.Code,
            $"Enable it in the account settings, or with 'aws account enable-region --region-name {known.Code}'; -AllRegions lists it as it is, -Offline shows its zones."),
        _ => NotFound(catalog, pattern),
    };
}
