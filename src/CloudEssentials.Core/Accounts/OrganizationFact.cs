namespace CloudEssentials.Accounts;

/// <summary>The organization of an account.</summary>
/// <param name="Id">Its id, <c>o-...</c>; null where the account is in none.</param>
/// <param name="ManagementAccountId">The account that manages it.</param>
public sealed record OrganizationFact(string? Id, string? ManagementAccountId);
