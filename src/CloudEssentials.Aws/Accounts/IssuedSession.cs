namespace CloudEssentials.Aws.Accounts;

/// <summary>Keys that AWS has just made; a class, so that nothing prints them.</summary>
public sealed class IssuedSession
{
    /// <summary>The access key id.</summary>
    public required string AccessKey { get; init; }

    /// <summary>The secret key.</summary>
    public required string SecretKey { get; init; }

    /// <summary>The session token.</summary>
    public required string SessionToken { get; init; }

    /// <summary>When they end, in UTC.</summary>
    public required DateTime Expiration { get; init; }

    /// <summary>Who one is with them, as AWS says it; null for a session of the caller's own.</summary>
    public string? Arn { get; init; }
}
