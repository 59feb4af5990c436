using System.Collections;

namespace CloudEssentials.Accounts;

/// <summary>
/// Temporary keys. Its properties are named as the parameters of AWS.Tools and of this module, so that it binds down the
/// pipeline; <see cref="ToSplat"/> gives them as a table to splat. No view and no text of this object shows the secrets.
/// </summary>
public sealed class TemporaryCredential
{
    /// <summary>The access key id.</summary>
    public required string AccessKey { get; init; }

    /// <summary>The secret key.</summary>
    public required string SecretKey { get; init; }

    /// <summary>The session token.</summary>
    public required string SessionToken { get; init; }

    /// <summary>When they end, in UTC.</summary>
    public required DateTime Expiration { get; init; }

    /// <summary>Who one is with them.</summary>
    public required string Arn { get; init; }

    /// <summary>True where an MFA device was used.</summary>
    public bool IsMfa { get; init; }

    /// <summary>True where they were put into the environment of this process.</summary>
    public bool IsInEnvironment { get; init; }

    /// <summary>The account's id.</summary>
    public string? AccountId { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The keys as a table: <c>$keys = (Get-TemporaryCredential).ToSplat(); Get-S3Bucket @keys</c>.</summary>
    /// <returns>AccessKey, SecretKey and SessionToken.</returns>
    public Hashtable ToSplat() => new() { [nameof(AccessKey)] = AccessKey, [nameof(SecretKey)] = SecretKey, [nameof(SessionToken)] = SessionToken };

    /// <inheritdoc/>
    public override string ToString() => $"{AccessKey} until {Expiration:yyyy-MM-dd HH:mm:ss} UTC";
}
