using System.Management.Automation;
using CloudEssentials.Operations.Sandboxes;

namespace CloudEssentials.Module.Sandboxes;

/// <summary>Opens a sandbox account on 127.0.0.1.</summary>
[Cmdlet(VerbsLifecycle.Start, "SandboxEndpoint")]
[OutputType(typeof(SandboxEndpointInfo))]
public sealed class StartSandboxEndpointCommand : OperationCmdlet
{
    /// <summary>The port to listen on; 0 for any that is free.</summary>
    [Parameter(Position = 0)]
    public int Port { get; set; }

    /// <summary>The file of the account to open.</summary>
    [Parameter]
    public string? SandboxPath { get; set; }
}
