namespace CloudEssentials.Operations.Regions;

/// <summary>The inputs of <c>Resolve-AvailabilityZone</c>.</summary>
public sealed record ResolveAvailabilityZoneRequest
{
    /// <summary>Names or ids of zones, such as <c>us-east-1c</c>, <c>use1-az4</c> or <c>us-west-2-lax-1a</c>.</summary>
    [Input(Position = 0, Mandatory = true, Pipeline = PipelineInput.ByValue | PipelineInput.ByPropertyName, Aliases = ["ZoneName", "ZoneId", "Name"])]
    public string[] AvailabilityZone { get; set; } = [];
}
