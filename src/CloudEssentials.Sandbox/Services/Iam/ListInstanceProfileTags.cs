namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The tags of an instance profile.</summary>
internal sealed class ListInstanceProfileTags() : ListTags(TaggedKinds.InstanceProfile);
