namespace CloudEssentials.Operations.Policies;

/// <summary>The inputs of <c>Compare-PolicyDocument</c>.</summary>
public sealed record ComparePolicyDocumentRequest
{
    /// <summary>The first policy, A.</summary>
    [Input(Position = 0, Mandatory = true)]
    public object? ReferencePolicy { get; set; }

    /// <summary>The second policy, B.</summary>
    [Input(Position = 1, Mandatory = true, Pipeline = PipelineInput.ByValue, JoinLines = true)]
    public object? DifferencePolicy { get; set; }
}
