namespace CloudEssentials.Accounts;

/// <summary>A policy that is part of a user, a group or a role.</summary>
/// <param name="AccountId">The account, 12 digits.</param>
/// <param name="PolicyName">Its name.</param>
/// <param name="PolicyDocument">What it says.</param>
public sealed record IamInlinePolicy(string AccountId, string PolicyName, IamDocument PolicyDocument);
