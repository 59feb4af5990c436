namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The managed policies that are attached to a user.</summary>
internal sealed class ListAttachedUserPolicies() : ListAttachedPolicies<IamUser>(IdentityKinds.User);
