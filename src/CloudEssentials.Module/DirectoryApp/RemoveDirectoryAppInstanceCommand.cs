using System.Management.Automation;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Terminates instances, and with the last of a name removes what was made for them.</summary>
[Cmdlet(VerbsCommon.Remove, "DirectoryAppInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DirectoryAppInstance))]
public sealed class RemoveDirectoryAppInstanceCommand : DirectoryAppInstanceCmdlet
{
    /// <summary>Remove bucket and table too, with all that is in them.</summary>
    [Parameter]
    public SwitchParameter IncludeData { get; set; }

    /// <summary>How many seconds to wait at most.</summary>
    [Parameter]
    public int TimeoutSeconds { get; set; } = 600;

    /// <summary>Remove without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
