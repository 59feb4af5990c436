using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>What every resource of Elastic Load Balancing has.</summary>
internal abstract record ElbResource
{
    public required string Arn { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string Region => Arn.Split(':')[3];
}
