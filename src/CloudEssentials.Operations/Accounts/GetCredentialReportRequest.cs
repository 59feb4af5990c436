using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Get-CredentialReport</c>.</summary>
public sealed record GetCredentialReportRequest : AwsRequest
{
    /// <summary>Saved reports to read instead of the account's, with or without wildcards.</summary>
    [Input(Position = 0)]
    public string[]? Path { get; set; }
}
