namespace CloudEssentials.Accounts;

/// <summary>That a managed policy is attached.</summary>
/// <param name="AccountId">The account, 12 digits.</param>
/// <param name="PolicyName">The policy's name.</param>
/// <param name="PolicyArn">The policy's ARN.</param>
public sealed record IamAttachedPolicy(string AccountId, string PolicyName, string PolicyArn);
