using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Remove-RootUserCredential</c>.</summary>
public sealed record RemoveRootUserCredentialRequest : AwsRequest
{
    /// <summary>Member accounts, 12 digits each.</summary>
    [Input(Position = 0, Mandatory = true, Pipeline = PipelineInput.ByValue | PipelineInput.ByPropertyName)]
    public string[] AccountId { get; set; } = [];

    /// <summary>True to ask no questions.</summary>
    public bool Force { get; set; }
}
