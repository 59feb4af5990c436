namespace CloudEssentials.Catalog;

/// <summary>What is known of a managed policy, as the writer takes it.</summary>
internal sealed record ManagedPolicyFacts(
    string Name, string Path, int Version, DateTimeOffset CreateDate, DateTimeOffset UpdateDate, string Document);
