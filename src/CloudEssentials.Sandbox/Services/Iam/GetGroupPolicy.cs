namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One inline policy of a group.</summary>
internal sealed class GetGroupPolicy() : GetInlinePolicy<IamGroup>(IdentityKinds.Group);
