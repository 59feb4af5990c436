using System.Management.Automation;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Module.Connections;

/// <summary>Connects this runspace to an account.</summary>
[Cmdlet(VerbsCommunications.Connect, "CloudAccount")]
[OutputType(typeof(CloudAccount))]
public sealed class ConnectCloudAccountCommand : RegionalAwsCmdlet
{
    /// <summary>The ARN of a role to assume with the credentials found.</summary>
    [Parameter]
    public string? RoleArn { get; set; }

    /// <summary>What a role of another party asks for.</summary>
    [Parameter]
    public string? ExternalId { get; set; }

    /// <summary>The serial number or ARN of the MFA device that the role asks for.</summary>
    [Parameter]
    public string? MfaSerial { get; set; }

    /// <summary>The code that the device shows now; asked for where it is left out.</summary>
    [Parameter]
    public string? MfaCode { get; set; }

    /// <summary>Connect to a sandbox account: AWS's own protocols, answered on this machine.</summary>
    [Parameter]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>The file in which a sandbox account lasts; made where there is none.</summary>
    [Parameter]
    public string? SandboxPath { get; set; }
}
