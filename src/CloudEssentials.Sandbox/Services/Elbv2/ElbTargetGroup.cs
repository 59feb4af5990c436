using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>A target group with the settings of its health checks.</summary>
internal sealed record ElbTargetGroup : ElbResource
{
    public required string Name { get; init; }

    public required string Protocol { get; init; }

    public string? ProtocolVersion { get; init; }

    public required int Port { get; init; }

    public required string VpcId { get; init; }

    /// <summary><c>instance</c> or <c>ip</c>.</summary>
    public required string TargetType { get; init; }

    public required string IpAddressType { get; init; }

    public required ElbHealthCheck HealthCheck { get; init; }

    /// <summary>The attributes that somebody has set; the others have their defaults.</summary>
    public ImmutableSortedDictionary<string, string> Attributes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
