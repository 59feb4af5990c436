using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Anything of EC2 that has an id, stands in one Region and bears tags.</summary>
internal interface IEc2Resource
{
    string Id { get; }

    string Region { get; }

    ImmutableSortedDictionary<string, string> Tags { get; }
}
