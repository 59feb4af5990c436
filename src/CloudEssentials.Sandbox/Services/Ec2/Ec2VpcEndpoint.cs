using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A VPC endpoint.</summary>
internal sealed record Ec2VpcEndpoint : Ec2Resource
{
    public required string VpcId { get; init; }

    /// <summary>The service's name, such as <c>com.amazonaws.us-east-1.s3</c>.</summary>
    public required string ServiceName { get; init; }

    /// <summary><c>Gateway</c> or <c>Interface</c>.</summary>
    public required string Type { get; init; }

    public ImmutableSortedSet<string> RouteTableIds { get; init; } = [];

    public ImmutableSortedSet<string> SubnetIds { get; init; } = [];

    public ImmutableSortedSet<string> SecurityGroupIds { get; init; } = [];

    /// <summary>The endpoint's policy; null for the one that allows everything.</summary>
    public string? Policy { get; init; }

    public required DateTimeOffset Created { get; init; }

    public bool PrivateDns { get; init; }

    public ImmutableSortedSet<string> NetworkInterfaceIds { get; init; } = [];
}
