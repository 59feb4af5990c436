namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Writes an inline policy of a role.</summary>
internal sealed class PutRolePolicy() : PutPolicy<IamRole>(IdentityKinds.Role);
