namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The tags of a role.</summary>
internal sealed class ListRoleTags() : ListTags(TaggedKinds.Role);
