using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Policies;

/// <summary>The inputs of <c>Optimize-PolicyDocument</c>.</summary>
public sealed record OptimizePolicyDocumentRequest
{
    /// <summary>The policy.</summary>
    [Input(Position = 0, Mandatory = true, Pipeline = PipelineInput.ByValue, JoinLines = true)]
    public object? PolicyDocument { get; set; }

    /// <summary>True to shorten lists of actions by wildcards that match no other action.</summary>
    public bool UseWildcard { get; set; }

    /// <summary>What the policy is attached to.</summary>
    public PolicyType PolicyType { get; set; }
}
