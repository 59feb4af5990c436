using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Turns policies that are users' own into groups with the same effective permissions.</summary>
[Cmdlet(VerbsCommon.Move, "UserPermission", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(UserPermissionMove))]
public sealed class MoveUserPermissionCommand : AwsCmdlet
{
    /// <summary>The users.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] UserName { get; set; } = [];

    /// <summary>The group that takes over.</summary>
    [Parameter]
    public string? GroupName { get; set; }
}
