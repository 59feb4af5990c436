using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A route table.</summary>
internal sealed record Ec2RouteTable : Ec2Resource
{
    public required string VpcId { get; init; }

    /// <summary>The id of the association that makes it the VPC's main table; null where it is not.</summary>
    public string? MainAssociationId { get; init; }

    /// <summary>The routes beside the local one, by their destination.</summary>
    public ImmutableSortedDictionary<string, Ec2Route> Routes { get; init; } = ImmutableSortedDictionary<string, Ec2Route>.Empty;

    /// <summary>The subnets by the ids of their associations.</summary>
    public ImmutableSortedDictionary<string, string> SubnetIds { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
