using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What every resource of EC2 has.</summary>
internal abstract record Ec2Resource : IEc2Resource
{
    public required string Id { get; init; }

    public required string Region { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
