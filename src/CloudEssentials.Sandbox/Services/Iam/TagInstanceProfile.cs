namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives an instance profile tags.</summary>
internal sealed class TagInstanceProfile() : AddTags(TaggedKinds.InstanceProfile);
