using System.Management.Automation;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Makes the whole directory application, or brings it into line with what is asked.</summary>
[Cmdlet(VerbsCommon.New, "DirectoryApp", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(DirectoryAppStack))]
public sealed class NewDirectoryAppCommand : DirectoryAppCmdlet
{
    /// <summary>Delete what was made when something fails.</summary>
    [Parameter]
    public SwitchParameter RollbackOnFailure { get; set; }

    /// <summary>Return without waiting for the load balancer to find the instances healthy.</summary>
    [Parameter]
    public SwitchParameter SkipHealthCheck { get; set; }

    /// <summary>How long to wait for the instances, in seconds.</summary>
    [Parameter]
    public int TimeoutSeconds { get; set; } = 900;
}
