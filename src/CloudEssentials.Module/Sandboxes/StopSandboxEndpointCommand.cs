using System.Management.Automation;
using CloudEssentials.Operations.Sandboxes;

namespace CloudEssentials.Module.Sandboxes;

/// <summary>Closes what Start-SandboxEndpoint opened.</summary>
[Cmdlet(VerbsLifecycle.Stop, "SandboxEndpoint")]
[OutputType(typeof(SandboxEndpointInfo))]
public sealed class StopSandboxEndpointCommand : OperationCmdlet
{
    /// <summary>The ports to close; none for all of this process.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public int[] Port { get; set; } = [];

    /// <summary>Return the endpoints that were stopped.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
