using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>A server certificate, for load balancers that cannot take one from ACM.</summary>
internal sealed record IamServerCertificate
{
    public required string Name { get; init; }

    public required string Path { get; init; }

    public required string Id { get; init; }

    public required string Arn { get; init; }

    public required string Body { get; init; }

    public string? Chain { get; init; }

    public required DateTimeOffset Uploaded { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
