namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The tags of a managed policy.</summary>
internal sealed class ListPolicyTags() : ListTags(TaggedKinds.Policy);
