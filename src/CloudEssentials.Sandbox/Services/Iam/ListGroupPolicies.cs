namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The names of a group's inline policies.</summary>
internal sealed class ListGroupPolicies() : ListInlinePolicies<IamGroup>(IdentityKinds.Group);
