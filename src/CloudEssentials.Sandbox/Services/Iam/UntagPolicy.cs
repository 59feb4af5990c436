namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes tags from a managed policy.</summary>
internal sealed class UntagPolicy() : RemoveTags(TaggedKinds.Policy);
