using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Get-AccountAuthorization</c>.</summary>
public sealed record GetAccountAuthorizationRequest : AwsRequest
{
    /// <summary>Files that <c>aws iam get-account-authorization-details</c> saved; none takes it from the connected account.</summary>
    [Input(Position = 0)]
    public string[]? Path { get; set; }
}
