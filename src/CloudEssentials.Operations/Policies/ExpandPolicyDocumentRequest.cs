namespace CloudEssentials.Operations.Policies;

/// <summary>The inputs of <c>Expand-PolicyDocument</c>.</summary>
public sealed record ExpandPolicyDocumentRequest
{
    /// <summary>The policy.</summary>
    [Input(Position = 0, Mandatory = true, Pipeline = PipelineInput.ByValue, JoinLines = true)]
    public object? PolicyDocument { get; set; }
}
