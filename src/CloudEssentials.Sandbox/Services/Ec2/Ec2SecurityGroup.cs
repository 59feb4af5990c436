using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A security group with its rules.</summary>
internal sealed record Ec2SecurityGroup : Ec2Resource
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string VpcId { get; init; }

    /// <summary>The rules by their ids.</summary>
    public ImmutableSortedDictionary<string, Ec2SecurityGroupRule> Rules { get; init; } = ImmutableSortedDictionary<string, Ec2SecurityGroupRule>.Empty;
}
