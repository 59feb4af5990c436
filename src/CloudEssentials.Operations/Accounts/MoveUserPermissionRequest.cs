using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Move-UserPermission</c>.</summary>
public sealed record MoveUserPermissionRequest : AwsRequest
{
    /// <summary>The users.</summary>
    [Input(Position = 0, Mandatory = true, Pipeline = PipelineInput.ByValue | PipelineInput.ByPropertyName, Collect = true)]
    public string[] UserName { get; set; } = [];

    /// <summary>The group that takes over; none finds one that holds just that, or makes one.</summary>
    public string? GroupName { get; set; }
}
