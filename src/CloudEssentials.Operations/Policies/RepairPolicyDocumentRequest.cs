using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Policies;

/// <summary>The inputs of <c>Repair-PolicyDocument</c>.</summary>
public sealed record RepairPolicyDocumentRequest
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

    /// <summary>True to write each mended policy back into its file.</summary>
    [Input(Sets = ["Path"])]
    public bool InPlace { get; set; }
}
