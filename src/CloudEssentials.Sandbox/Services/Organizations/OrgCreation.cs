namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>An order for a new account.</summary>
/// <param name="Id"><c>car-...</c></param>
/// <param name="AccountName">What it is to be called.</param>
/// <param name="AccountId">The account that was made; null if none was.</param>
/// <param name="Requested">When it was ordered.</param>
/// <param name="FailureReason">Why none was made; null if one was.</param>
internal sealed record OrgCreation(string Id, string AccountName, string? AccountId, DateTimeOffset Requested, string? FailureReason);
