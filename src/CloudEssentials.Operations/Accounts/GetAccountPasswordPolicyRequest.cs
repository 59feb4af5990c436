using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Get-AccountPasswordPolicy</c>.</summary>
public sealed record GetAccountPasswordPolicyRequest : AwsRequest;
