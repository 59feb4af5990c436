namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>An Auto Scaling group.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Zones">The zones that it launches in.</param>
public sealed record StackGroup(string Name, IReadOnlyList<string> Zones)
{
    /// <summary>The subnets that it launches in.</summary>
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>The fewest instances.</summary>
    public int MinSize { get; init; }

    /// <summary>The instances that are wanted now.</summary>
    public int DesiredCapacity { get; init; }

    /// <summary>The most instances.</summary>
    public int MaxSize { get; init; }

    /// <summary>Whose health checks count: <c>EC2</c>, <c>ELB</c>, or several with commas.</summary>
    public string HealthCheckType { get; init; } = "EC2";

    /// <summary>How long checks do not count for an instance that is new.</summary>
    public TimeSpan GracePeriod { get; init; }

    /// <summary>The target groups that its instances are registered with, by ARN.</summary>
    public IReadOnlyList<string> TargetGroupArns { get; init; } = [];

    /// <summary>What it has been told not to do, such as <c>ReplaceUnhealthy</c>.</summary>
    public IReadOnlyList<string> SuspendedProcesses { get; init; } = [];

    /// <summary>Its instances.</summary>
    public IReadOnlyList<StackInstance> Instances { get; init; } = [];

    /// <summary>True where the load balancer's checks count.</summary>
    public bool UsesLoadBalancerChecks => HealthCheckType.Split(',', StringSplitOptions.TrimEntries).Contains("ELB", StringComparer.OrdinalIgnoreCase);

    /// <summary>True where its instances become targets.</summary>
    /// <param name="targetGroup">Of which group.</param>
    public bool IsRegistered(StackTargetGroup targetGroup) => TargetGroupArns.Contains(targetGroup?.Arn);
}
