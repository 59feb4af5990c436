using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An IAM role.</summary>
internal sealed record IamRole : IamIdentity
{
    /// <summary>Who may assume it: the trust policy.</summary>
    public required string TrustPolicy { get; init; }

    public string? Description { get; init; }

    /// <summary>The longest session that may be asked for, in seconds.</summary>
    public int MaxSessionDuration { get; init; } = 3600;

    public string? PermissionsBoundary { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public DateTimeOffset? LastUsed { get; init; }

    public string? LastUsedRegion { get; init; }
}
