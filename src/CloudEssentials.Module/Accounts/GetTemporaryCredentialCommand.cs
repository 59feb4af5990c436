using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Gets temporary keys: of a role, or of one's own with MFA.</summary>
[Cmdlet(VerbsCommon.Get, "TemporaryCredential")]
[OutputType(typeof(TemporaryCredential))]
public sealed class GetTemporaryCredentialCommand : AwsCmdlet
{
    /// <summary>The ARN of a role to take on.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? RoleArn { get; set; }

    /// <summary>The name of the session.</summary>
    [Parameter]
    public string? SessionName { get; set; }

    /// <summary>What a role of another party asks for.</summary>
    [Parameter]
    public string? ExternalId { get; set; }

    /// <summary>How long the keys are to be good, in seconds.</summary>
    [Parameter]
    [Alias("DurationInSeconds")]
    public int? DurationSeconds { get; set; }

    /// <summary>The serial number or ARN of an MFA device.</summary>
    [Parameter]
    public string? MfaSerial { get; set; }

    /// <summary>The code that the device shows now.</summary>
    [Parameter]
    public string? MfaCode { get; set; }

    /// <summary>Put the keys into the environment of this process too.</summary>
    [Parameter]
    public SwitchParameter AsEnvironment { get; set; }
}
