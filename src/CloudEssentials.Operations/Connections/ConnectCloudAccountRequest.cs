namespace CloudEssentials.Operations.Connections;

/// <summary>The inputs of <c>Connect-CloudAccount</c>.</summary>
public sealed record ConnectCloudAccountRequest : RegionalAwsRequest
{
    /// <summary>The ARN of a role to assume with the credentials found.</summary>
    public string? RoleArn { get; set; }

    /// <summary>What a role of another party asks for.</summary>
    public string? ExternalId { get; set; }

    /// <summary>The serial number or ARN of the MFA device that the role asks for.</summary>
    public string? MfaSerial { get; set; }

    /// <summary>The code that the device shows now; asked for where it is left out.</summary>
    public string? MfaCode { get; set; }

    /// <summary>True to connect to a sandbox account: AWS's own protocols, answered on this machine.</summary>
    public bool Sandbox { get; set; }

    /// <summary>The file in which a sandbox account lasts; made where there is none.</summary>
    public string? SandboxPath { get; set; }
}
