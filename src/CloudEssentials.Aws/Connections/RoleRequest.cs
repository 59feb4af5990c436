namespace CloudEssentials.Aws.Connections;

/// <summary>A role to assume; a class, so that nothing prints its MFA code.</summary>
/// <param name="arn">The role's ARN.</param>
public sealed class RoleRequest(string arn)
{
    /// <summary>The role's ARN.</summary>
    public string Arn { get; } = arn;

    /// <summary>The secret that a role of another party asks for.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The serial number or ARN of the MFA device.</summary>
    public string? MfaSerial { get; init; }

    /// <summary>The code that the device shows; asked for where it is left out. It serves once.</summary>
    public string? MfaCode { get; init; }

    /// <summary>The name of the session, in CloudTrail's records too.</summary>
    public string? SessionName { get; init; }
}
