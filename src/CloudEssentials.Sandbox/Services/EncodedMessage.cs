using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services;

/// <summary>
/// The encoded authorization message that EC2 adds to a refusal: readable only to those who may call
/// sts:DecodeAuthorizationMessage, so it is encrypted under a key of the account.
/// </summary>
internal static class EncodedMessage
{
    private const int TagSize = 16;

    public static string Write(SandboxState state, SandboxCaller caller, string action, AuthorizationVerdict verdict)
    {
        var message = new JsonObject
        {
            ["allowed"] = false,
            ["explicitDeny"] = verdict.IsExplicit,
            ["matchedStatements"] = new JsonObject { ["items"] = new JsonArray() },
            ["failures"] = new JsonObject { ["items"] = new JsonArray() },
            ["context"] = new JsonObject
            {
                ["principal"] = new JsonObject { ["id"] = caller.UserId, ["arn"] = caller.Arn },
                ["action"] = action,
                ["resource"] = verdict.Resource,
                ["conditions"] = new JsonObject { ["items"] = new JsonArray() },
            },
        };
        byte[] plain = Encoding.UTF8.GetBytes(message.ToJsonString());
        byte[] nonce = SHA256.HashData(plain)[..12];
        byte[] sealedText = new byte[plain.Length];
        byte[] tag = new byte[TagSize];
        using AesGcm cipher = new(Key(state), TagSize);
        cipher.Encrypt(nonce, plain, sealedText, tag);
        return Base64Url.Write([.. nonce, .. tag, .. sealedText]);
    }

    /// <summary>The message in the clear; null if it was not written by this account.</summary>
    public static string? Read(SandboxState state, string encoded)
    {
        if (Base64Url.Read(encoded) is not { Length: > 12 + TagSize } bytes)
        {
            return null;
        }

        byte[] plain = new byte[bytes.Length - 12 - TagSize];
        using AesGcm cipher = new(Key(state), TagSize);
        try
        {
            cipher.Decrypt(bytes.AsSpan(0, 12), bytes.AsSpan(12 + TagSize), bytes.AsSpan(12, TagSize), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Key(SandboxState state) => SHA256.HashData(Encoding.UTF8.GetBytes($"{state.Whole.Account.Value.Seed}:messages"));
}
