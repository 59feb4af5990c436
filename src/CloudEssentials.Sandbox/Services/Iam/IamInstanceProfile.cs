using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An instance profile, which carries one role at most to an instance.</summary>
internal sealed record IamInstanceProfile
{
    public required string Name { get; init; }

    public required string Path { get; init; }

    public required string Id { get; init; }

    public required string Arn { get; init; }

    public required DateTimeOffset Created { get; init; }

    public string? RoleName { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
