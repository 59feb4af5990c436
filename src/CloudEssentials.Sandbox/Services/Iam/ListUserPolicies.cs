namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The names of a user's inline policies.</summary>
internal sealed class ListUserPolicies() : ListInlinePolicies<IamUser>(IdentityKinds.User);
