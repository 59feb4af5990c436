using System.Management.Automation;
using CloudEssentials.DirectoryApp.Resilience;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Says what of a running application survives the loss of a zone; in a sandbox account it can be tried.</summary>
[Cmdlet(VerbsDiagnostic.Test, "DirectoryAppResilience")]
[OutputType(typeof(ResilienceFinding), typeof(ZoneLossTrial))]
public sealed class TestDirectoryAppResilienceCommand : RegionalAwsCmdlet
{
    /// <summary>The application's name.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppName")]
    public string Name { get; set; } = "";

    /// <summary>Make each zone of a copy of the sandbox account fail, and watch what happens.</summary>
    [Parameter]
    public SwitchParameter Simulate { get; set; }
}
