namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a virtual MFA device tags.</summary>
internal sealed class TagMFADevice() : AddTags(TaggedKinds.MfaDevice);
