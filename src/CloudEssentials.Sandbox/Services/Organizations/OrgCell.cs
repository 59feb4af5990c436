namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>The organization, if there is one.</summary>
/// <param name="Facts">What it is; null for none.</param>
internal sealed record OrgCell(OrgFacts? Facts);
