namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Detaches a managed policy from a role.</summary>
internal sealed class DetachRolePolicy() : DetachPolicy<IamRole>(IdentityKinds.Role);
