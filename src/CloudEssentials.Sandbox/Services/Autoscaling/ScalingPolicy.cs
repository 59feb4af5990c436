using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>A scaling policy.</summary>
internal sealed record ScalingPolicy
{
    public required string Arn { get; init; }

    public required string Name { get; init; }

    public required string GroupName { get; init; }

    public required string Type { get; init; }

    /// <summary>What PutScalingPolicy was given, as JSON by the names of the model's members.</summary>
    public required string Settings { get; init; }

    /// <summary>The names of the alarms that it has made for itself.</summary>
    public ImmutableList<string> Alarms { get; init; } = [];

    public string Region => Arn.Split(':')[3];
}
