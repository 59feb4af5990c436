using System.Management.Automation;
using CloudEssentials.Operations.Sandboxes;

namespace CloudEssentials.Module.Sandboxes;

/// <summary>Makes a sandbox account to explore.</summary>
[Cmdlet(VerbsCommon.New, "SandboxAccount", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SandboxAccountInfo))]
public sealed class NewSandboxAccountCommand : OperationCmdlet
{
    /// <summary>The file to make.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public string SandboxPath { get; set; } = "";

    /// <summary>What the account is to hold.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("Fresh", "SmallCompany", "Messy", "Enterprise")]
    public string Scenario { get; set; } = "Fresh";

    /// <summary>Replace a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
