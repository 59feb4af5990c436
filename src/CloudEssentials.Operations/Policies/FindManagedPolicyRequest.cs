namespace CloudEssentials.Operations.Policies;

/// <summary>The inputs of <c>Find-ManagedPolicy</c>.</summary>
public sealed record FindManagedPolicyRequest
{
    /// <summary>Names or ARNs, with or without wildcards: <c>AmazonS3*</c>.</summary>
    [Input(Position = 0, Pipeline = PipelineInput.ByValue | PipelineInput.ByPropertyName, Aliases = ["PolicyName", "PolicyArn"])]
    public string[]? Name { get; set; }

    /// <summary>Actions that the policies must allow, all of them; a pattern such as <c>s3:Get*</c> means every action that it matches.</summary>
    public string[]? Action { get; set; }
}
