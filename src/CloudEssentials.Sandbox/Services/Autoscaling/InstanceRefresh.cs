using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>An instance refresh: a group's instances replaced, some at a time.</summary>
internal sealed record InstanceRefresh
{
    public const string Pending = "Pending";
    public const string InProgress = "InProgress";
    public const string Successful = "Successful";
    public const string Cancelling = "Cancelling";
    public const string Cancelled = "Cancelled";

    public required string Id { get; init; }

    public required string GroupArn { get; init; }

    public required string GroupName { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset Start { get; init; }

    public DateTimeOffset? End { get; init; }

    /// <summary>The share of the capacity that is to stay in service, in percent.</summary>
    public required int MinHealthy { get; init; }

    /// <summary>The capacity that there may be meanwhile, in percent.</summary>
    public required int MaxHealthy { get; init; }

    /// <summary>The seconds until a new instance counts.</summary>
    public required int Warmup { get; init; }

    /// <summary>Whether instances that are as they are to be are left alone.</summary>
    public bool SkipsMatching { get; init; }

    /// <summary>The template that the group is to have; null for the one that it has.</summary>
    public LaunchSource? Template { get; init; }

    /// <summary>How many instances there were to replace.</summary>
    public int Total { get; init; }

    /// <summary>The instances that are still to be replaced.</summary>
    public ImmutableSortedSet<string> Remaining { get; init; } = [];

    public bool IsActive => End is null;

    public string Region => GroupArn.Split(':')[3];
}
