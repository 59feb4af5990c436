using System.Management.Automation;
using CloudEssentials.Module.Completion;
using CloudEssentials.Regions;

namespace CloudEssentials.Module.Regions;

/// <summary>Says of which Region and kind a zone is.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "AvailabilityZone")]
[OutputType(typeof(ResolvedZone))]
public sealed class ResolveAvailabilityZoneCommand : OperationCmdlet
{
    /// <summary>Names or ids of zones.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ZoneName", "ZoneId", "Name")]
    [ArgumentCompleter(typeof(ZoneCompleter))]
    public string[] AvailabilityZone { get; set; } = [];
}
