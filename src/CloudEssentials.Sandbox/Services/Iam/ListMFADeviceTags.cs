namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The tags of a virtual MFA device.</summary>
internal sealed class ListMFADeviceTags() : ListTags(TaggedKinds.MfaDevice);
