using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>An Auto Scaling group with its instances.</summary>
internal sealed record ScalingGroup
{
    public required string Arn { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required int MinSize { get; init; }

    public required int MaxSize { get; init; }

    public required int Desired { get; init; }

    public int Cooldown { get; init; } = 300;

    /// <summary>The subnets that it launches into, in the order given.</summary>
    public required ImmutableList<string> SubnetIds { get; init; }

    /// <summary>Whether zones were named, and the subnets are their default ones.</summary>
    public bool IsByZone { get; init; }

    public required LaunchSource Template { get; init; }

    public ImmutableList<string> TargetGroupArns { get; init; } = [];

    /// <summary><c>EC2</c>, <c>ELB</c>, or several with commas between them.</summary>
    public string HealthCheckType { get; init; } = "EC2";

    /// <summary>The seconds for which a new instance's failed checks do not count.</summary>
    public int GracePeriod { get; init; }

    public ImmutableList<string> TerminationPolicies { get; init; } = ["Default"];

    public bool ProtectsNewInstances { get; init; }

    public bool? CapacityRebalance { get; init; }

    /// <summary>The seconds until a new instance counts as warm; null where nothing is said.</summary>
    public int? InstanceWarmup { get; init; }

    public int? MaxInstanceLifetime { get; init; }

    public string? DeletionProtection { get; init; }

    public required string ServiceLinkedRoleArn { get; init; }

    public ImmutableSortedDictionary<string, ScalingTag> Tags { get; init; } = ImmutableSortedDictionary<string, ScalingTag>.Empty;

    /// <summary>The instances by their ids, those among them that are on their way out.</summary>
    public ImmutableSortedDictionary<string, ScalingInstance> Instances { get; init; } = ImmutableSortedDictionary<string, ScalingInstance>.Empty;

    /// <summary>What a caller or an alarm has asked, in the words of an activity's cause; null once the capacity is as it was asked.</summary>
    public string? Cause { get; init; }

    /// <summary>Before when no launch is tried, because the last one failed.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Before when the zones are not balanced, because the last try failed.</summary>
    public DateTimeOffset? BalanceAt { get; init; }

    /// <summary>Whether it is being deleted with its instances.</summary>
    public bool IsDeleting { get; init; }

    public string Region => Arn.Split(':')[3];

    /// <summary>The instances that are not on their way out.</summary>
    public IEnumerable<ScalingInstance> Alive => Instances.Values.Where(instance => instance.Phase != ScalingPhase.Terminating);

    /// <summary>The same group with an instance as it is now.</summary>
    public ScalingGroup With(ScalingInstance instance) => this with { Instances = Instances.SetItem(instance.Id, instance) };
}
