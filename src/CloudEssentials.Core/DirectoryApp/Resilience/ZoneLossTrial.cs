using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>What happened to an application when a zone was lost, tried on a copy of the sandbox account.</summary>
public sealed record ZoneLossTrial : IFinding
{
    /// <summary>The zone that was lost.</summary>
    public required string Zone { get; init; }

    /// <summary>
    /// <c>Pass</c>: every request was answered. <c>Warning</c>: some were not, but never none for longer than half a minute. <c>Fail</c>: nothing
    /// answered for longer, or the group was not whole again in time.
    /// </summary>
    public required FindingStatus Status { get; init; }

    /// <summary>How many targets were healthy before.</summary>
    public required int HealthyBefore { get; init; }

    /// <summary>The fewest that were healthy outside the lost zone.</summary>
    public required int LowestHealthy { get; init; }

    /// <summary>How many were healthy outside the lost zone at the end.</summary>
    public required int HealthyAfter { get; init; }

    /// <summary>How many requests were made.</summary>
    public required int Requests { get; init; }

    /// <summary>How many of them were answered with an error, or not at all.</summary>
    public required int FailedRequests { get; init; }

    /// <summary>The longest time in which no request was answered.</summary>
    public required TimeSpan LongestOutage { get; init; }

    /// <summary>From the loss until as many targets were healthy elsewhere as are wanted; null where that did not come about.</summary>
    public required TimeSpan? TimeToRecover { get; init; }

    /// <summary>What happened, and why it did not recover where it did not.</summary>
    public required string Reason { get; init; }

    /// <summary>The command that mends it; empty where nothing is to be done.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>The application.</summary>
    public required string AppName { get; init; }

    /// <summary>Its Region.</summary>
    public required string Region { get; init; }

    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary><c>Sandbox</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The targets, such as <c>2 > 1 > 2</c>: before, at least, and at the end.</summary>
    public string Healthy => $"{HealthyBefore} > {LowestHealthy} > {HealthyAfter}";

    /// <summary>The requests, such as <c>33 of 200</c>.</summary>
    public string Failed => $"{FailedRequests} of {Requests}";

    /// <summary>The time to recover, such as <c>6:15 min</c>, or <c>never</c>.</summary>
    public string Recovery => TimeToRecover is { } time ? ZoneTrialLog.Words(time) : "never";

    /// <inheritdoc/>
    public bool IsProblem() => Status == FindingStatus.Fail;

    /// <summary>Status, zone and reason in one line.</summary>
    public override string ToString() => $"{Status} {Zone}: {Reason}";
}
