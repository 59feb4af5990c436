using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp;

/// <summary>What one check saw of how an application would bear the loss of a zone.</summary>
public sealed record ResilienceFinding : IFinding
{
    /// <summary>The application.</summary>
    public required string AppName { get; init; }

    /// <summary>The check's stable name, such as <c>NatGateway</c>; <c>ZoneLoss</c> for what happens when a zone is lost.</summary>
    public required string Check { get; init; }

    /// <summary>How it came out.</summary>
    public required FindingStatus Status { get; init; }

    /// <summary>What it is about: a part of the application, or a zone.</summary>
    public required string Subject { get; init; }

    /// <summary>What was seen, and what follows from it.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do, with a command where there is one; empty where nothing is to be done.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>How many instances answered before the zone was lost.</summary>
    public int? HealthyBefore { get; init; }

    /// <summary>The fewest that answered afterwards.</summary>
    public int? HealthyLeast { get; init; }

    /// <summary>How long nothing answered; measured with <c>-Simulate</c> alone.</summary>
    public TimeSpan? Outage { get; init; }

    /// <summary>How long until as many answered as are wanted; measured with <c>-Simulate</c> alone, null where they never did.</summary>
    public TimeSpan? Recovery { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public bool IsProblem() => Status == FindingStatus.Fail;

    /// <summary>Status, check, subject and reason in one line.</summary>
    public override string ToString() => $"{Status} {Check} {Subject}: {Reason}";
}
