namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The managed policies that are attached to a group.</summary>
internal sealed class ListAttachedGroupPolicies() : ListAttachedPolicies<IamGroup>(IdentityKinds.Group);
