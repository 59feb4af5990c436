namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes tags from a role.</summary>
internal sealed class UntagRole() : RemoveTags(TaggedKinds.Role);
