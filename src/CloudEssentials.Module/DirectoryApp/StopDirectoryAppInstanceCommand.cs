using System.Management.Automation;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Stops instances that stand by themselves.</summary>
[Cmdlet(VerbsLifecycle.Stop, "DirectoryAppInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(DirectoryAppInstance))]
public sealed class StopDirectoryAppInstanceCommand : DirectoryAppInstanceCmdlet
{
    /// <summary>Wait until the instances are stopped.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How many seconds to wait at most.</summary>
    [Parameter]
    public int TimeoutSeconds { get; set; } = 600;
}
