namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Attaches a managed policy to a role.</summary>
internal sealed class AttachRolePolicy() : AttachPolicy<IamRole>(IdentityKinds.Role, "PoliciesPerRole");
