namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The managed policies that are attached to a role.</summary>
internal sealed class ListAttachedRolePolicies() : ListAttachedPolicies<IamRole>(IdentityKinds.Role);
