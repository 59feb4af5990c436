using System.Management.Automation;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Judges how a running application bears the loss of a zone.</summary>
[Cmdlet(VerbsDiagnostic.Test, "DirectoryAppResilience")]
[OutputType(typeof(ResilienceFinding))]
public sealed class TestDirectoryAppResilienceCommand : RegionalAwsCmdlet
{
    /// <summary>The application's name.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppName")]
    public string Name { get; set; } = "";
}
