namespace CloudEssentials.Operations.Regions;

/// <summary>The inputs of <c>Get-CloudServiceScope</c>.</summary>
public sealed record GetCloudServiceScopeRequest
{
    /// <summary>Services by any of their names, with wildcards; none means all.</summary>
    [Input(Position = 0, Pipeline = PipelineInput.ByValue | PipelineInput.ByPropertyName)]
    public string[]? Service { get; set; }
}
