namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>An organizational unit.</summary>
/// <param name="Id"><c>ou-...</c></param>
/// <param name="Name">Its name.</param>
/// <param name="ParentId">The root or the unit that it is in.</param>
internal sealed record OrgUnit(string Id, string Name, string ParentId);
