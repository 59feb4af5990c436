using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An IAM user.</summary>
internal sealed record IamUser : IamIdentity
{
    /// <summary>The groups that the user is in.</summary>
    public ImmutableSortedSet<string> Groups { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    public string? PermissionsBoundary { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The console password; null for none.</summary>
    public IamLoginProfile? LoginProfile { get; init; }

    public DateTimeOffset? PasswordLastUsed { get; init; }
}
