namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a user tags.</summary>
internal sealed class TagUser() : AddTags(TaggedKinds.User);
