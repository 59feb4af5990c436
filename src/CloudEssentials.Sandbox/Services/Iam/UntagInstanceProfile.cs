namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes tags from an instance profile.</summary>
internal sealed class UntagInstanceProfile() : RemoveTags(TaggedKinds.InstanceProfile);
