using System.Management.Automation;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Module.Connections;

/// <summary>Forgets the connection of this runspace.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "CloudAccount")]
[OutputType(typeof(CloudAccount))]
public sealed class DisconnectCloudAccountCommand : OperationCmdlet
{
    /// <summary>Return the connection that was ended.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
