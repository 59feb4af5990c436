namespace CloudEssentials.DirectoryApp;

/// <summary>What of a running application bears on the loss of a zone.</summary>
public sealed record DirectoryAppShape
{
    /// <summary>The application.</summary>
    public required DirectoryAppStack Stack { get; init; }

    /// <summary>The zones of the load balancer.</summary>
    public IReadOnlyList<string> BalancerZones { get; init; } = [];

    /// <summary>The zones that the group may launch instances in.</summary>
    public IReadOnlyList<string> GroupZones { get; init; } = [];

    /// <summary>The zone of each instance, and whether it answers.</summary>
    public IReadOnlyList<(string InstanceId, string Zone, bool IsHealthy)> Instances { get; init; } = [];

    /// <summary>What tells the group that an instance is ill: <c>ELB</c> or <c>EC2</c>.</summary>
    public string HealthCheckType { get; init; } = "";

    /// <summary>The zone of the NAT gateway by which the instances of a zone reach the internet; none where they need none.</summary>
    public IReadOnlyDictionary<string, string> WayOut { get; init; } = new Dictionary<string, string>();

    /// <summary>True where the bucket keeps old versions; null where that may not be asked.</summary>
    public bool? KeepsVersions { get; init; }

    /// <summary>True where the table can be brought back to any point in time; null where that may not be asked.</summary>
    public bool? CanBeRestored { get; init; }
}
