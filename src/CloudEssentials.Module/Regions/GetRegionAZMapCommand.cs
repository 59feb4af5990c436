using System.Management.Automation;
using CloudEssentials.Module.Completion;
using CloudEssentials.Regions;

namespace CloudEssentials.Module.Regions;

/// <summary>Gives the Regions with their zones.</summary>
[Cmdlet(VerbsCommon.Get, "RegionAZMap")]
[OutputType(typeof(RegionAZMap))]
public sealed class GetRegionAZMapCommand : AwsCmdlet
{
    /// <summary>Codes of Regions, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RegionName")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [SupportsWildcards]
    public string[]? Region { get; set; }

    /// <summary>Give the Regions too that are not enabled.</summary>
    [Parameter]
    public SwitchParameter AllRegions { get; set; }

    /// <summary>The partition.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    public string? Partition { get; set; }

    /// <summary>The kinds of zones to give.</summary>
    [Parameter]
    public ZoneType ZoneType { get; set; } = ZoneType.AvailabilityZone;

    /// <summary>How many Regions to ask at once.</summary>
    [Parameter]
    public int ThrottleLimit { get; set; } = 64;

    /// <summary>Ask nobody and read the catalogue.</summary>
    [Parameter]
    public SwitchParameter Offline { get; set; }
}
