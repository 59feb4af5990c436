namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Something that a group has done, or is doing.</summary>
internal sealed record ScalingActivity
{
    public required string Id { get; init; }

    public required string GroupName { get; init; }

    public required string GroupArn { get; init; }

    public required string Description { get; init; }

    public required string Cause { get; init; }

    public required DateTimeOffset Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public required string Status { get; init; }

    public string? StatusMessage { get; init; }

    public int Progress { get; init; }

    /// <summary>Where it takes place, as JSON in Auto Scaling's own form.</summary>
    public required string Details { get; init; }

    /// <summary>Its place among all activities of the account.</summary>
    public required long Number { get; init; }
}
