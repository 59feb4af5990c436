using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>New-TeamMember</c>.</summary>
public sealed record NewTeamMemberRequest : AwsRequest
{
    /// <summary>The user's name.</summary>
    [Input(Position = 0, Mandatory = true, Pipeline = PipelineInput.ByPropertyName)]
    public string UserName { get; set; } = "";

    /// <summary>The groups from which the user has all permissions; they must exist.</summary>
    [Input(Position = 1, Mandatory = true, Pipeline = PipelineInput.ByPropertyName, Aliases = ["GroupName"])]
    public string[] Group { get; set; } = [];

    /// <summary>True to give a password for the console, to be changed at the first sign-in.</summary>
    public bool Console { get; set; }

    /// <summary>True to give an access key.</summary>
    public bool Programmatic { get; set; }
}
