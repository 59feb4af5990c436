namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Detaches a managed policy from a group.</summary>
internal sealed class DetachGroupPolicy() : DetachPolicy<IamGroup>(IdentityKinds.Group);
