using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An identity provider: SAML or OpenID Connect.</summary>
internal sealed record IamProvider
{
    public required string Arn { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The issuer without its scheme, for OpenID Connect.</summary>
    public string? Url { get; init; }

    public ImmutableArray<string> ClientIds { get; init; } = [];

    public ImmutableArray<string> Thumbprints { get; init; } = [];

    /// <summary>The metadata document, for SAML.</summary>
    public string? Metadata { get; init; }

    public string? Uuid { get; init; }

    /// <summary>When the metadata runs out, for SAML.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
