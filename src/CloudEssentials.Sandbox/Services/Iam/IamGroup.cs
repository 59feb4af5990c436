namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An IAM group.</summary>
internal sealed record IamGroup : IamIdentity;
