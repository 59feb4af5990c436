namespace CloudEssentials.Policies.Validation;

/// <summary>What a check may assume and what it should report.</summary>
public sealed record PolicyCheckOptions
{
    /// <summary>The policy's kind; null to tell it from the document.</summary>
    public PolicyType? PolicyType { get; init; }

    /// <summary>The type of the resource that a resource policy is attached to, such as <c>AWS::S3::Bucket</c>; null when that is not known.</summary>
    public string? ResourceType { get; init; }

    /// <summary>Findings below this severity are left out.</summary>
    public FindingSeverity MinimumSeverity { get; init; } = FindingSeverity.Suggestion;
}
