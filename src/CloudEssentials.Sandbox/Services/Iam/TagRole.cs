namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a role tags.</summary>
internal sealed class TagRole() : AddTags(TaggedKinds.Role);
