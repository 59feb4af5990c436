using System.Management.Automation;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Starts stopped instances, and waits for the application to answer again.</summary>
[Cmdlet(VerbsLifecycle.Start, "DirectoryAppInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(DirectoryAppInstance))]
public sealed class StartDirectoryAppInstanceCommand : DirectoryAppInstanceCmdlet
{
    /// <summary>Wait for running instances alone.</summary>
    [Parameter]
    public SwitchParameter SkipHealthCheck { get; set; }

    /// <summary>How many seconds to wait at most.</summary>
    [Parameter]
    public int TimeoutSeconds { get; set; } = 600;
}
