using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A network interface that each instance of a launch is given.</summary>
/// <param name="DeviceIndex">0 for the primary one.</param>
/// <param name="Subnet">Its subnet.</param>
/// <param name="GroupIds">Its security groups.</param>
/// <param name="MapsPublicIp">Whether it has a public address.</param>
internal sealed record LaunchInterface(int DeviceIndex, Ec2Subnet Subnet, ImmutableSortedSet<string> GroupIds, bool MapsPublicIp)
{
    /// <summary>The address that is asked for; null for any.</summary>
    public string? PrivateIp { get; init; }

    public string Description { get; init; } = string.Empty;

    public bool DeleteOnTermination { get; init; } = true;
}
