namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Writes an inline policy of a group.</summary>
internal sealed class PutGroupPolicy() : PutPolicy<IamGroup>(IdentityKinds.Group);
