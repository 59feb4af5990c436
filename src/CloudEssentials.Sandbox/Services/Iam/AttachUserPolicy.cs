namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Attaches a managed policy to a user.</summary>
internal sealed class AttachUserPolicy() : AttachPolicy<IamUser>(IdentityKinds.User, "PoliciesPerUser");
