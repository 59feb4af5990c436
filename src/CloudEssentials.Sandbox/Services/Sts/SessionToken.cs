using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>
/// A session that needs no place in the account's state: the token itself says who it is for and until when, sealed under a key of
/// the account, as AWS's own tokens are.
/// </summary>
/// <param name="Caller">Who calls with it.</param>
/// <param name="Expiration">When it runs out, on the account's clock.</param>
internal sealed record SessionToken(SandboxCaller Caller, DateTimeOffset Expiration)
{
    /// <summary>The secret that belongs to the session's access key.</summary>
    public string SecretAccessKey { get; private init; } = string.Empty;

    /// <summary>The token as it is handed out.</summary>
    public string Write(SandboxState state)
    {
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(this with { SecretAccessKey = string.Empty }, StateJson.Options);
        return Base64Url.Write([.. Seal(state, content), .. content]);
    }

    /// <summary>The same session with its secret.</summary>
    public SessionToken WithSecret(SandboxState state) => this with
    {
        SecretAccessKey = IdGenerator.Make(state.Whole.Account.Value.Seed, "session:" + Caller.AccessKeyId, 0, 40, IdGenerator.Base64),
    };

    /// <summary>Reads a token; null if this account did not issue it for that access key.</summary>
    public static SessionToken? Read(SandboxState state, string token, string accessKeyId)
    {
        if (Base64Url.Read(token) is not { Length: > 32 } bytes || !CryptographicOperations.FixedTimeEquals(Seal(state, bytes[32..]), bytes.AsSpan(0, 32)))
        {
            return null;
        }

        SessionToken session = JsonSerializer.Deserialize<SessionToken>(bytes.AsSpan(32), StateJson.Options)!;
        return session.Caller.AccessKeyId == accessKeyId ? session.WithSecret(state) : null;
    }

    private static byte[] Seal(SandboxState state, byte[] content) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{state.Whole.Account.Value.Seed}:sessions"), content);
}
