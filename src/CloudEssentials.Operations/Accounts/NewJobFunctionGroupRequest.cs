using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>New-JobFunctionGroup</c>.</summary>
public sealed record NewJobFunctionGroupRequest : AwsRequest
{
    /// <summary>Jobs, such as <c>Developer</c> or <c>SecurityAuditor</c>.</summary>
    [Input(Position = 0, Mandatory = true, Pipeline = PipelineInput.ByValue)]
    public string[] JobFunction { get; set; } = [];

    /// <summary>The name of the group, where it is not to be the job's usual one.</summary>
    [Input(Position = 1)]
    public string? GroupName { get; set; }
}
