using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>A policy of the organization.</summary>
internal sealed record OrgPolicy
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string Type { get; init; }

    public required string Content { get; init; }

    public bool IsAws { get; init; }

    /// <summary>The root, units and accounts that it is attached to.</summary>
    public ImmutableSortedSet<string> Targets { get; init; } = [];
}
