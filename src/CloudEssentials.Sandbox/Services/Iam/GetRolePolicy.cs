namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One inline policy of a role.</summary>
internal sealed class GetRolePolicy() : GetInlinePolicy<IamRole>(IdentityKinds.Role);
