namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes an inline policy of a group away.</summary>
internal sealed class DeleteGroupPolicy() : DeleteInlinePolicy<IamGroup>(IdentityKinds.Group);
