namespace CloudEssentials.Operations.Regions;

/// <summary>The inputs of <c>Test-ZoneResilience</c>.</summary>
public sealed record TestZoneResilienceRequest
{
    /// <summary>Instances, subnets, groups or any objects that say in which zone they are; or the names of zones. All of them are one workload.</summary>
    [Input(Position = 0, Mandatory = true, Pipeline = PipelineInput.ByValue, Collect = true)]
    public object[] InputObject { get; set; } = [];

    /// <summary>How many items must remain after a zone is lost.</summary>
    public int MinimumRemaining { get; set; } = 1;
}
