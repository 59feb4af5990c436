using System.Text;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Get-TemporaryCredential</c>.</summary>
public sealed record GetTemporaryCredentialRequest : AwsRequest
{
    /// <summary>The ARN of a role to take on; without it, temporary keys of one's own are asked for.</summary>
    [Input(Position = 0, Pipeline = PipelineInput.ByPropertyName)]
    public string? RoleArn { get; set; }

    /// <summary>The name of the session, which CloudTrail records.</summary>
    public string? SessionName { get; set; }

    /// <summary>What a role of another party asks for.</summary>
    public string? ExternalId { get; set; }

    /// <summary>How long the keys are to be good, in seconds.</summary>
    [Input(Aliases = ["DurationInSeconds"])]
    public int? DurationSeconds { get; set; }

    /// <summary>The serial number or ARN of an MFA device.</summary>
    public string? MfaSerial { get; set; }

    /// <summary>The code that the device shows now; asked for where it is left out.</summary>
    public string? MfaCode { get; set; }

    /// <summary>True to put the keys into the environment of this process too.</summary>
    public bool AsEnvironment { get; set; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
