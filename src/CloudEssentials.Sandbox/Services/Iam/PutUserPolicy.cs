namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Writes an inline policy of a user.</summary>
internal sealed class PutUserPolicy() : PutPolicy<IamUser>(IdentityKinds.User);
