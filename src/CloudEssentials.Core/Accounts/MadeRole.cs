using CloudEssentials.Policies;

namespace CloudEssentials.Accounts;

/// <summary>A role for a program or for people from elsewhere, and what belongs to it.</summary>
public sealed record MadeRole
{
    /// <summary>The role's name.</summary>
    public required string RoleName { get; init; }

    /// <summary>The role's ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Who may take the role on, in a word: a service, or a provider.</summary>
    public required string TrustedBy { get; init; }

    /// <summary>The trust policy.</summary>
    public required PolicyDocument TrustPolicy { get; init; }

    /// <summary>What the role may do; null where nothing was given.</summary>
    public PolicyDocument? Policy { get; init; }

    /// <summary>The ARN of the instance profile that carries the role to EC2; null for other services.</summary>
    public string? InstanceProfileArn { get; init; }

    /// <summary>The ARN of the provider that people come from; null for a service.</summary>
    public string? ProviderArn { get; init; }

    /// <summary>Whether IAM Identity Center, which does the same for many accounts, is at work in this one; null where it was not looked for.</summary>
    public string? IdentityCenter { get; init; }

    /// <summary>What this run changed; empty where all was there.</summary>
    public required IReadOnlyList<string> Change { get; init; }

    /// <summary>The account's id.</summary>
    public string? AccountId { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string? Source { get; init; }
}
