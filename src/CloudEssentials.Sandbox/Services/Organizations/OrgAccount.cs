namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>An account of the organization.</summary>
/// <param name="Id">Twelve digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="Email">Its mail address, which no other has.</param>
/// <param name="ParentId">The root or the unit that it is in.</param>
/// <param name="Joined">When it joined.</param>
/// <param name="JoinedMethod">INVITED or CREATED.</param>
internal sealed record OrgAccount(string Id, string Name, string Email, string ParentId, DateTimeOffset Joined, string JoinedMethod);
