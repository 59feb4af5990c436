namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes tags from a user.</summary>
internal sealed class UntagUser() : RemoveTags(TaggedKinds.User);
