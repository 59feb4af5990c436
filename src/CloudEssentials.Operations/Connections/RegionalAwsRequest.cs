namespace CloudEssentials.Operations.Connections;

/// <summary>The inputs of a command that calls AWS in one Region.</summary>
public abstract record RegionalAwsRequest : AwsRequest
{
    /// <summary>The Region to call, such as <c>eu-west-1</c>.</summary>
    [Input(Aliases = ["RegionToCall"], Pipeline = PipelineInput.ByPropertyName)]
    public string? Region { get; set; }
}
