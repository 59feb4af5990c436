using CloudEssentials.Regions;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A Region as the account sees it.</summary>
/// <param name="Facts">What the catalogue knows of it.</param>
/// <param name="OptInStatus">Whether the account has opted in, in EC2's words.</param>
internal sealed record RegionView(RegionFacts Facts, string OptInStatus)
{
    public const string NotOptedIn = "not-opted-in";

    public bool IsEnabled => OptInStatus != NotOptedIn;

    /// <summary>The Regions of a partition, by code.</summary>
    public static IEnumerable<RegionView> All(SandboxState state, string partition) =>
        RegionCatalog.Default.InPartition(partition).Select(region => Of(state, region));

    /// <summary>The Region of that code, or null if there is none.</summary>
    public static RegionView? Find(SandboxState state, string code) =>
        RegionCatalog.Default.Find(code) is { IsLaunched: true } region ? Of(state, region) : null;

    private static RegionView Of(SandboxState state, RegionFacts region) =>
        new(region, region.OptInRequired && state.Account.Value.OptedInRegions.Contains(region.Code) ? "opted-in" : region.DefaultOptInStatus);
}
