namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The tags of a user.</summary>
internal sealed class ListUserTags() : ListTags(TaggedKinds.User);
