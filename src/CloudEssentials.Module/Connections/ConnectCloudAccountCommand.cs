using System.Management.Automation;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Module.Connections;

/// <summary>Connects this runspace to an account.</summary>
[Cmdlet(VerbsCommunications.Connect, "CloudAccount")]
[OutputType(typeof(CloudAccount))]
public sealed class ConnectCloudAccountCommand : RegionalAwsCmdlet<ConnectCloudAccount, ConnectCloudAccountRequest, CloudAccount>
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
}
