namespace CloudEssentials.Operations.Accounts;

/// <summary>What was taken from a member account's root user.</summary>
/// <param name="AccountId">The account, 12 digits.</param>
/// <param name="Removed">Each credential; empty where there was none.</param>
public sealed record RootCredentialRemoval(string AccountId, IReadOnlyList<string> Removed);
