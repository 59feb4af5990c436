using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>A managed policy: the account's own, or one of AWS's.</summary>
internal sealed record IamPolicy
{
    public required string Name { get; init; }

    public required string Path { get; init; }

    public required string Id { get; init; }

    public required string Arn { get; init; }

    public string? Description { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public required string DefaultVersion { get; init; }

    /// <summary>The number of the latest version that was ever made; numbers are not used twice.</summary>
    public int LastVersion { get; init; } = 1;

    public required ImmutableArray<IamPolicyVersion> Versions { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
