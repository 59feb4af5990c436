using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>What one check saw of one part of a running application.</summary>
public sealed record ResilienceFinding : IFinding
{
    /// <summary>The check's stable name, such as <c>OutboundPath</c>.</summary>
    public required string Check { get; init; }

    /// <summary>How it came out.</summary>
    public required FindingStatus Status { get; init; }

    /// <summary>What it is about: a name, an id, or a zone.</summary>
    public required string Subject { get; init; }

    /// <summary>What was seen.</summary>
    public required string Evidence { get; init; }

    /// <summary>Why it came out so.</summary>
    public required string Reason { get; init; }

    /// <summary>The command that mends it; empty where nothing is to be done.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>The application.</summary>
    public required string AppName { get; init; }

    /// <summary>Its Region.</summary>
    public required string Region { get; init; }

    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>When the facts were read, UTC.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public bool IsProblem() => Status == FindingStatus.Fail;

    /// <summary>Status, check, subject and reason in one line.</summary>
    public override string ToString() => $"{Status} {Check} {Subject}: {Reason}";
}
