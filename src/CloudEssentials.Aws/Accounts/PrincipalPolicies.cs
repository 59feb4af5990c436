using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Aws.Accounts;

/// <summary>A user or role of an account, and all the policies that it holds.</summary>
public sealed record PrincipalPolicies
{
    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Its unique id (AIDA..., AROA...).</summary>
    public required string UniqueId { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>The groups of a user.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Inline and managed policies, its own first, then those of its groups.</summary>
    public required IReadOnlyList<NamedPolicy> IdentityPolicies { get; init; }

    /// <summary>The permissions boundary; null where it has none.</summary>
    public NamedPolicy? PermissionsBoundary { get; init; }
}
