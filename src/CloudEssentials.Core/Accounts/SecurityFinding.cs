namespace CloudEssentials.Accounts;

/// <summary>What one check saw of one subject.</summary>
public sealed record SecurityFinding : IFinding
{
    private readonly AccountPicture? _picture;

    /// <summary>The check's stable name, such as <c>RootAccessKey</c>.</summary>
    public required string Check { get; init; }

    /// <summary>How it came out.</summary>
    public required FindingStatus Status { get; init; }

    /// <summary>How much it matters.</summary>
    public required SecuritySeverity Severity { get; init; }

    /// <summary>What it is about: the account's id, or the last part of an ARN, such as <c>user/anna</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What was seen, with dates.</summary>
    public required string Evidence { get; init; }

    /// <summary>Why it came out so.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do, with a command where there is one; empty where nothing is to be done.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>The items of the CIS AWS Foundations Benchmark 7.0.0 (<c>CIS-2.4</c>) and of Security Hub (<c>IAM.4</c>) that it answers.</summary>
    public IReadOnlyList<string> Control { get; init; } = [];

    /// <summary>What the check wants, as a sentence.</summary>
    public string Title { get; init; } = "";

    /// <summary>The ARN of the subject; the root user's where the account itself is the subject.</summary>
    public string ResourceArn { get; init; } = "";

    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>When the facts were read, UTC.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>Who told the facts: <c>AWS</c>, <c>Sandbox</c>, an endpoint, or a file.</summary>
    public string Source { get; init; } = "";

    internal AccountPicture? Picture
    {
        init => _picture = value;
    }

    /// <inheritdoc/>
    public bool IsProblem() => Status == FindingStatus.Fail;

    /// <summary>The account's users, groups and roles, for a report; null where they were not read.</summary>
    public AccountPicture? GetPicture() => _picture;

    /// <summary>Status, severity, check, subject and reason in one line.</summary>
    public override string ToString() => $"{Status} {Severity} {Check} {Subject}: {Reason}";
}
