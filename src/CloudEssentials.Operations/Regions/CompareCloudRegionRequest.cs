using System.Collections;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Regions;

namespace CloudEssentials.Operations.Regions;

/// <summary>The inputs of <c>Compare-CloudRegion</c>.</summary>
public sealed record CompareCloudRegionRequest : AwsRequest
{
    /// <summary>Codes of the Regions to compare, with wildcards; none means all of the partition.</summary>
    [Input(Position = 0, Pipeline = PipelineInput.ByValue | PipelineInput.ByPropertyName, Collect = true, Aliases = ["RegionName"])]
    public string[]? Region { get; set; }

    /// <summary>Services that the Region must have, by any of their names.</summary>
    public string[]? Service { get; set; }

    /// <summary>The instance type whose price counts, such as <c>t3.micro</c>.</summary>
    public string? InstanceType { get; set; }

    /// <summary>Countries where data may be: names or codes of two letters.</summary>
    public string[]? Country { get; set; }

    /// <summary>Parts of the world where data may be.</summary>
    public string[]? Geography { get; set; }

    /// <summary>The partition.</summary>
    public string Partition { get; set; } = "aws";

    /// <summary>Regions that are not wanted: codes, with wildcards.</summary>
    public string[]? ExcludeRegion { get; set; }

    /// <summary>What the workload minds most; sets the weights.</summary>
    public WorkloadKind Workload { get; set; } = WorkloadKind.Standard;

    /// <summary>Weights that replace the workload's: Latency, Price, Service, Compliance, each with a number of 0 or more.</summary>
    public IDictionary? Weight { get; set; }

    /// <summary>Where the users are: a city, a Region, or <c>latitude,longitude</c>. For estimates of latency by distance.</summary>
    public string? Location { get; set; }

    /// <summary>How many round trips to measure for each Region, 1 to 50; the median counts.</summary>
    public int SampleCount { get; set; } = 5;

    /// <summary>How many Regions to measure at once, 1 to 200.</summary>
    public int ThrottleLimit { get; set; } = 16;

    /// <summary>True to measure nothing and ask nobody.</summary>
    public bool Offline { get; set; }
}
