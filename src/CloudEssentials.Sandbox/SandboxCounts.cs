namespace CloudEssentials.Sandbox;

/// <summary>How much an account holds.</summary>
/// <param name="Users">Users, the root user not counted.</param>
/// <param name="Groups">Groups.</param>
/// <param name="Roles">Roles.</param>
/// <param name="OrganizationAccounts">Accounts of its organization, itself among them; 0 without one.</param>
public sealed record SandboxCounts(int Users, int Groups, int Roles, int OrganizationAccounts);
