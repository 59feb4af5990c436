using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Operations.Policies;

/// <summary>The inputs of <c>Test-PolicyDocument</c>.</summary>
public sealed record TestPolicyDocumentRequest
{
    /// <summary>The policy: text, lines, a file, a dictionary, or an object that holds one.</summary>
    [Input(Position = 0, Mandatory = true, Pipeline = PipelineInput.ByValue, JoinLines = true, Sets = ["Document"])]
    public object? PolicyDocument { get; set; }

    /// <summary>Files with policies, with or without wildcards.</summary>
    [Input(Mandatory = true, Sets = ["Path"])]
    public string[]? Path { get; set; }

    /// <summary>What the policy is attached to; told from the document where it is not given.</summary>
    public PolicyType? PolicyType { get; set; }

    /// <summary>The type of the resource that a resource policy is attached to, such as <c>AWS::S3::Bucket</c>.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Findings below this severity are left out.</summary>
    public FindingSeverity MinimumSeverity { get; set; } = FindingSeverity.Suggestion;

    /// <summary>True to get one truth value a policy, true where nothing was found, instead of findings.</summary>
    public bool Quiet { get; set; }
}
