using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>What users, groups and roles have in common: a name, an id, and policies.</summary>
internal abstract record IamIdentity
{
    public required string Name { get; init; }

    public required string Path { get; init; }

    /// <summary>The unique id, which no later entity of that name will have.</summary>
    public required string Id { get; init; }

    /// <summary>The ARN of an identity's permissions boundary; null for none, which every group has.</summary>
    public static string? BoundaryOf(IamIdentity identity) => identity switch
    {
        IamUser user => user.PermissionsBoundary,
        IamRole role => role.PermissionsBoundary,
        _ => null,
    };

    public required string Arn { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Inline policies, by name.</summary>
    public ImmutableSortedDictionary<string, string> InlinePolicies { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The ARNs of attached managed policies.</summary>
    public ImmutableSortedSet<string> AttachedPolicies { get; init; } = [];
}
