using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>An application load balancer.</summary>
internal sealed record ElbLoadBalancer : ElbResource
{
    public required string Name { get; init; }

    public required string DnsName { get; init; }

    /// <summary><c>internet-facing</c> or <c>internal</c>.</summary>
    public required string Scheme { get; init; }

    public required string IpAddressType { get; init; }

    public required string VpcId { get; init; }

    /// <summary>Its subnets, one a zone.</summary>
    public required ImmutableSortedSet<string> SubnetIds { get; init; }

    public required ImmutableSortedSet<string> SecurityGroupIds { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The attributes that somebody has set; the others have their defaults.</summary>
    public ImmutableSortedDictionary<string, string> Attributes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The part of its ARN that names it: <c>app/name/0123456789abcdef</c>.</summary>
    public string Path => Arn.Split(":loadbalancer/")[1];
}
