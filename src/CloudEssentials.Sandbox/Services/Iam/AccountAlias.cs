namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The account's alias, of which there is one at most.</summary>
/// <param name="Alias">The alias; null for none.</param>
internal sealed record AccountAlias(string? Alias);
