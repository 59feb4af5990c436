using CloudEssentials.Operations.Connections;
using CloudEssentials.Regions;

namespace CloudEssentials.Operations.Regions;

/// <summary>The inputs of <c>Get-RegionAZMap</c>.</summary>
public sealed record GetRegionAZMapRequest : AwsRequest
{
    /// <summary>Codes of Regions, with wildcards; none means all. Calls start in the connection's own Region whatever is named here.</summary>
    [Input(Position = 0, Pipeline = PipelineInput.ByValue | PipelineInput.ByPropertyName, Collect = true, Aliases = ["RegionName"])]
    public string[]? Region { get; set; }

    /// <summary>True for the Regions too that the account has not enabled; they come without zones, and are not called.</summary>
    public bool AllRegions { get; set; }

    /// <summary>The partition, such as <c>aws-cn</c>; the connection's where nothing is said, <c>aws</c> offline.</summary>
    public string? Partition { get; set; }

    /// <summary>The kinds of zones to give.</summary>
    public ZoneType ZoneType { get; set; } = ZoneType.AvailabilityZone;

    /// <summary>How many Regions to ask at once, 1 to 200. Each Region has an endpoint and a limit of its own, so that all at once do no harm.</summary>
    public int ThrottleLimit { get; set; } = 64;

    /// <summary>True to ask nobody and read the catalogue.</summary>
    public bool Offline { get; set; }
}
