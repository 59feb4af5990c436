using System.Management.Automation;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Removes everything that bears the tag of an application.</summary>
[Cmdlet(VerbsCommon.Remove, "DirectoryApp", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RemovedDirectoryApp))]
public sealed class RemoveDirectoryAppCommand : RegionalAwsCmdlet
{
    /// <summary>The application's name.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppName")]
    public string Name { get; set; } = "";

    /// <summary>Remove bucket and table too, with all that they hold.</summary>
    [Parameter]
    public SwitchParameter IncludeData { get; set; }

    /// <summary>Ask nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
