namespace CloudEssentials.Accounts;

/// <summary>A group for a job, and the policies that it holds for it.</summary>
public sealed record JobFunctionGroup
{
    /// <summary>The group's name.</summary>
    public required string GroupName { get; init; }

    /// <summary>The job.</summary>
    public required string JobFunction { get; init; }

    /// <summary>The group's ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The ARNs of AWS's managed policies that the job needs.</summary>
    public required IReadOnlyList<string> ManagedPolicyArn { get; init; }

    /// <summary>The names of the inline policies that the job needs.</summary>
    public required IReadOnlyList<string> InlinePolicy { get; init; }

    /// <summary>Managed and inline policies by name.</summary>
    public string Policies => string.Join(", ", ManagedPolicyArn.Select(arn => arn[(arn.LastIndexOf('/') + 1)..]).Concat(InlinePolicy));

    /// <summary>What this run changed; empty where all was there.</summary>
    public required IReadOnlyList<string> Change { get; init; }

    /// <summary>The account's id.</summary>
    public string? AccountId { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string? Source { get; init; }
}
