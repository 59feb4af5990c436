using CloudEssentials.Accounts;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of a command that works on an account's authorization: given, from files, or taken from the connected account.</summary>
public abstract record AuthorizationRequest : AwsRequest
{
    /// <summary>What <c>Get-AccountAuthorization</c> took; null takes it now.</summary>
    [Input(Pipeline = PipelineInput.ByValue)]
    public AccountAuthorization? Authorization { get; set; }

    /// <summary>Files that <c>aws iam get-account-authorization-details</c> saved.</summary>
    public string[]? Path { get; set; }
}
