namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Attaches a managed policy to a group.</summary>
internal sealed class AttachGroupPolicy() : AttachPolicy<IamGroup>(IdentityKinds.Group, "PoliciesPerGroup");
