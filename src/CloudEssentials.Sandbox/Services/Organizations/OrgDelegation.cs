namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>A member account that administers a service for the organization.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Service">The service's principal.</param>
/// <param name="Enabled">Since when.</param>
internal sealed record OrgDelegation(string AccountId, string Service, DateTimeOffset Enabled);
