namespace CloudEssentials.Catalog;

/// <summary>One service of the published reference.</summary>
internal sealed record ReferenceService(
    string Prefix, IReadOnlyList<ReferenceAction> Actions, IReadOnlyList<ResourceTypeFacts> Resources, IReadOnlyList<ConditionKeyFacts> ConditionKeys);

/// <summary>An action of the published reference; a level that it does not tell is null.</summary>
internal sealed record ReferenceAction(
    string Name, AccessLevel? AccessLevel, IReadOnlyList<string> ConditionKeys, IReadOnlyList<string> Resources);
