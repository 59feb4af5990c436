namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a managed policy tags.</summary>
internal sealed class TagPolicy() : AddTags(TaggedKinds.Policy);
