namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes tags from a virtual MFA device.</summary>
internal sealed class UntagMFADevice() : RemoveTags(TaggedKinds.MfaDevice);
