using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Move-TeamMember</c>.</summary>
public sealed record MoveTeamMemberRequest : AwsRequest
{
    /// <summary>The users' names.</summary>
    [Input(Position = 0, Mandatory = true, Pipeline = PipelineInput.ByValue | PipelineInput.ByPropertyName)]
    public string[] UserName { get; set; } = [];

    /// <summary>The group to leave.</summary>
    [Input(Position = 1, Mandatory = true)]
    public string From { get; set; } = "";

    /// <summary>The group to join.</summary>
    [Input(Position = 2, Mandatory = true)]
    public string To { get; set; } = "";
}
