namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Detaches a managed policy from a user.</summary>
internal sealed class DetachUserPolicy() : DetachPolicy<IamUser>(IdentityKinds.User);
