namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes an inline policy of a role away.</summary>
internal sealed class DeleteRolePolicy() : DeleteInlinePolicy<IamRole>(IdentityKinds.Role);
