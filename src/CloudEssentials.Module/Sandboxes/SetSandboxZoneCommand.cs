using System.Management.Automation;
using CloudEssentials.Operations.Sandboxes;

namespace CloudEssentials.Module.Sandboxes;

/// <summary>Makes zones of a sandbox account fail, or mends them.</summary>
[Cmdlet(VerbsCommon.Set, "SandboxZone", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SandboxZoneInfo))]
public sealed class SetSandboxZoneCommand : OperationCmdlet
{
    /// <summary>The zones, by name or by id.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ZoneName")]
    public string[] Zone { get; set; } = [];

    /// <summary>How they are to fare.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    [ValidateSet("Available", "Impaired")]
    public string State { get; set; } = "";

    /// <summary>The file of the account.</summary>
    [Parameter]
    public string? SandboxPath { get; set; }
}
