namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes an inline policy of a user away.</summary>
internal sealed class DeleteUserPolicy() : DeleteInlinePolicy<IamUser>(IdentityKinds.User);
