namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One inline policy of a user.</summary>
internal sealed class GetUserPolicy() : GetInlinePolicy<IamUser>(IdentityKinds.User);
