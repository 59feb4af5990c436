using System.Collections;
using System.Management.Automation;
using CloudEssentials.Module.Completion;
using CloudEssentials.Regions;

namespace CloudEssentials.Module.Regions;

/// <summary>Ranks Regions by latency, price, services and compliance.</summary>
[Cmdlet(VerbsData.Compare, "CloudRegion")]
[OutputType(typeof(RegionComparison))]
public sealed class CompareCloudRegionCommand : AwsCmdlet
{
    /// <summary>Codes of the Regions to compare, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RegionName")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [SupportsWildcards]
    public string[]? Region { get; set; }

    /// <summary>Services that the Region must have.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionalServiceCompleter))]
    public string[]? Service { get; set; }

    /// <summary>The instance type whose price counts.</summary>
    [Parameter]
    public string? InstanceType { get; set; }

    /// <summary>Countries where data may be.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CountryCompleter))]
    public string[]? Country { get; set; }

    /// <summary>Parts of the world where data may be.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(GeographyCompleter))]
    public string[]? Geography { get; set; }

    /// <summary>The partition.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    public string Partition { get; set; } = "aws";

    /// <summary>Regions that are not wanted.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [SupportsWildcards]
    public string[]? ExcludeRegion { get; set; }

    /// <summary>What the workload minds most.</summary>
    [Parameter]
    public WorkloadKind Workload { get; set; } = WorkloadKind.Standard;

    /// <summary>Weights that replace the workload's.</summary>
    [Parameter]
    public IDictionary? Weight { get; set; }

    /// <summary>Where the users are.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PlaceCompleter))]
    public string? Location { get; set; }

    /// <summary>How many round trips to measure for each Region.</summary>
    [Parameter]
    public int SampleCount { get; set; } = 5;

    /// <summary>How many Regions to measure at once.</summary>
    [Parameter]
    public int ThrottleLimit { get; set; } = 16;

    /// <summary>Measure nothing and ask nobody.</summary>
    [Parameter]
    public SwitchParameter Offline { get; set; }
}
