using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>One rule of a security group: one protocol, one range of ports, one other side.</summary>
internal sealed record Ec2SecurityGroupRule
{
    public required string Id { get; init; }

    public bool IsEgress { get; init; }

    /// <summary><c>tcp</c>, <c>udp</c>, <c>icmp</c>, <c>-1</c> for all, or a number.</summary>
    public required string Protocol { get; init; }

    public int? FromPort { get; init; }

    public int? ToPort { get; init; }

    public string? CidrIpv4 { get; init; }

    public string? CidrIpv6 { get; init; }

    public string? PrefixListId { get; init; }

    /// <summary>The security group on the other side.</summary>
    public string? GroupId { get; init; }

    public string? Description { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
