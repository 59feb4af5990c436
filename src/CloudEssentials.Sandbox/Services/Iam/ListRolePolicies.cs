namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The names of a role's inline policies.</summary>
internal sealed class ListRolePolicies() : ListInlinePolicies<IamRole>(IdentityKinds.Role);
