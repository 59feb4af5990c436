namespace CloudEssentials.Accounts;

/// <summary>A version of a managed policy.</summary>
public sealed record IamPolicyVersion
{
    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The policy's ARN.</summary>
    public required string PolicyArn { get; init; }

    /// <summary>Such as <c>v2</c>.</summary>
    public required string VersionId { get; init; }

    /// <summary>Whether it is the one in force.</summary>
    public bool IsDefaultVersion { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset? CreateDate { get; init; }

    /// <summary>What it says.</summary>
    public required IamDocument Document { get; init; }
}
