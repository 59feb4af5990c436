using System.Collections;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>New-WorkloadRole</c>.</summary>
public sealed record NewWorkloadRoleRequest : AwsRequest
{
    /// <summary>The role's name.</summary>
    [Input(Position = 0, Mandatory = true)]
    public string RoleName { get; set; } = "";

    /// <summary>The service that the program runs on, such as <c>ec2.amazonaws.com</c>.</summary>
    [Input(Position = 1, Mandatory = true)]
    public string Service { get; set; } = "";

    /// <summary>What the program may do: text, a file, a dictionary or an object that holds a policy.</summary>
    [Input(Position = 2, Mandatory = true, Pipeline = PipelineInput.ByValue, JoinLines = true, Sets = ["Policy"])]
    public object? Policy { get; set; }

    /// <summary>What the program does, by the name of a built-in task.</summary>
    [Input(Mandatory = true, Sets = ["Task"])]
    public string? Task { get; set; }

    /// <summary>What the task must be told.</summary>
    [Input(Sets = ["Task"])]
    public IDictionary? TaskParameter { get; set; }

    /// <summary>What the role is for.</summary>
    public string? Description { get; set; }

    /// <summary>True to use a policy even where the module's own check finds it dangerous.</summary>
    public bool Force { get; set; }
}
