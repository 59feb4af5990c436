using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Makes a user who has all permissions from groups.</summary>
[Cmdlet(VerbsCommon.New, "TeamMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TeamMember))]
public sealed class NewTeamMemberCommand : AwsCmdlet
{
    /// <summary>The name of the user.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string UserName { get; set; } = "";

    /// <summary>The groups from which the user has all permissions.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GroupName")]
    public string[] Group { get; set; } = [];

    /// <summary>Give a password for the console.</summary>
    [Parameter]
    public SwitchParameter Console { get; set; }

    /// <summary>Give an access key.</summary>
    [Parameter]
    public SwitchParameter Programmatic { get; set; }
}
