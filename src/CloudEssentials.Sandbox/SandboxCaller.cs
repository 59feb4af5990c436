namespace CloudEssentials.Sandbox;

/// <summary>Who calls, once the signature has proved it.</summary>
internal sealed record SandboxCaller
{
    public required CallerKind Kind { get; init; }

    public required string AccountId { get; init; }

    /// <summary>The ARN that GetCallerIdentity gives: for a session, the session's.</summary>
    public required string Arn { get; init; }

    /// <summary>The unique id: the account's for root, <c>AIDA...</c> for a user, <c>AROA...:session</c> for a role's session.</summary>
    public required string UserId { get; init; }

    public required string AccessKeyId { get; init; }

    /// <summary>The root user of an account.</summary>
    public static SandboxCaller Root(string accountId, string accessKeyId) => new()
    {
        Kind = CallerKind.Root,
        AccountId = accountId,
        Arn = $"arn:aws:iam::{accountId}:root",
        UserId = accountId,
        AccessKeyId = accessKeyId,
    };

    /// <summary>Someone who has not signed.</summary>
    public static SandboxCaller Nobody(string accountId) => Root(accountId, string.Empty) with { Kind = CallerKind.Anonymous, Arn = "anonymous", UserId = "anonymous" };

    /// <summary>The user's or the role's name; null for root.</summary>
    public string? Name { get; init; }

    public string? SessionName { get; init; }

    /// <summary>Session policies, which narrow what the identity allows.</summary>
    public IReadOnlyList<string> SessionPolicies { get; init; } = [];

    /// <summary>Managed policies that narrow the session too, by ARN.</summary>
    public IReadOnlyList<string> SessionPolicyArns { get; init; } = [];

    /// <summary>When the session was issued; null for long-term keys.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Whether the session was made with MFA; null for long-term keys.</summary>
    public bool? MfaPresent { get; init; }
}
