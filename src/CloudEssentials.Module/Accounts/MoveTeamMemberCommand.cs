using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Moves users from one group to another.</summary>
[Cmdlet(VerbsCommon.Move, "TeamMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TeamMove))]
public sealed class MoveTeamMemberCommand : AwsCmdlet
{
    /// <summary>The names of the users.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] UserName { get; set; } = [];

    /// <summary>The group to leave.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    public string From { get; set; } = "";

    /// <summary>The group to join.</summary>
    [Parameter(Position = 2, Mandatory = true)]
    public string To { get; set; } = "";
}
