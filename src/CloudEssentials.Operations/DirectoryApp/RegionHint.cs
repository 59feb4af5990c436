using CloudEssentials.Regions;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Minds Regions that nobody has asked AWS about.</summary>
internal static class RegionHint
{
    /// <summary>Warns of a code that the catalogue does not know: it may be new, and it may be a slip.</summary>
    internal static void WarnOfUnknownRegion(this IOperationHost host, string region)
    {
        if (RegionCatalog.Default.Find(region) is null && RegionCatalog.Default.UnknownRegion(region) is { } unknown)
            host.WriteWarning($"-Region: {unknown.Message} {unknown.Remedy}");
    }
}
