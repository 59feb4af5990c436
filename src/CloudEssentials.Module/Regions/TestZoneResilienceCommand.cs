using System.Management.Automation;
using CloudEssentials.Regions;

namespace CloudEssentials.Module.Regions;

/// <summary>Says whether a workload survives the loss of any one zone.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ZoneResilience")]
[OutputType(typeof(ZoneResilience))]
public sealed class TestZoneResilienceCommand : OperationCmdlet
{
    /// <summary>What makes up the workload.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public object[] InputObject { get; set; } = [];

    /// <summary>How many items must remain after a zone is lost.</summary>
    [Parameter]
    public int MinimumRemaining { get; set; } = 1;
}
