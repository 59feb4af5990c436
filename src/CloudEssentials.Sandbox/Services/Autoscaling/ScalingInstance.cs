namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>An instance of a group.</summary>
internal sealed record ScalingInstance
{
    public required string Id { get; init; }

    public required string SubnetId { get; init; }

    public required string Zone { get; init; }

    public required string Type { get; init; }

    public required string ImageId { get; init; }

    /// <summary>The launch template, with the number of the version.</summary>
    public required LaunchSource Template { get; init; }

    public required DateTimeOffset Launched { get; init; }

    public ScalingPhase Phase { get; init; } = ScalingPhase.Pending;

    /// <summary>Since when it is in service; null before.</summary>
    public DateTimeOffset? InService { get; init; }

    public bool IsHealthy { get; init; } = true;

    public bool IsProtected { get; init; }

    /// <summary>Whether it was launched beyond the capacity, to balance the zones.</summary>
    public bool IsSurplus { get; init; }

    /// <summary>When it is terminated once its load balancers have let go of it; null while it stays.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The activity that it is being launched or ended by.</summary>
    public required string ActivityId { get; init; }
}
