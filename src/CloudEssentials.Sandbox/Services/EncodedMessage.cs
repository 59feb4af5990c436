using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Policies;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services;

/// <summary>
/// The encoded authorization message that EC2 adds to a refusal: readable only to those who may call
/// sts:DecodeAuthorizationMessage, so it is encrypted under a key of the account. What it tells is listed in
/// STS/latest/APIReference/API_DecodeAuthorizationMessage.html; a statement is in it where one denies.
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
            ["matchedStatements"] = Items(verdict.Denying is { } statement ? [Statement(statement, caller)] : []),
            ["failures"] = Items([]),
            ["context"] = new JsonObject
            {
                ["principal"] = Principal(caller),
                ["action"] = action,
                ["resource"] = verdict.Resource,
                ["conditions"] = Conditions(verdict.Context.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, Texts(pair.Value)))),
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

    private static JsonObject Principal(SandboxCaller caller)
    {
        var principal = new JsonObject { ["id"] = caller.UserId, ["arn"] = caller.Arn };
        if (caller.Kind == CallerKind.User)
        {
            principal["name"] = caller.Name;
        }

        return principal;
    }

    private static JsonObject Statement(PolicyStatement statement, SandboxCaller caller) => new()
    {
        ["statementId"] = statement.Sid ?? string.Empty,
        ["effect"] = "DENY",
        ["principals"] = Values([caller.UserId.Split(':')[0]]),
        ["principalGroups"] = Items([]),
        ["actions"] = Values(statement.Action ?? Enumerable.Empty<string>()),
        ["resources"] = Values(statement.Resource ?? Enumerable.Empty<string>()),
        ["conditions"] = Conditions(statement.Condition.SelectMany(block => block.Entries).Select(entry => (entry.Key, entry.Values.AsEnumerable()))),
    };

    private static JsonObject Conditions(IEnumerable<(string Key, IEnumerable<string> Values)> conditions) =>
        Items(conditions.Select(condition => new JsonObject { ["key"] = condition.Key, ["values"] = Values(condition.Values) }));

    private static JsonObject Values(IEnumerable<string> values) => Items(values.Select(value => new JsonObject { ["value"] = value }));

    private static JsonObject Items(IEnumerable<JsonNode> items) => new() { ["items"] = new JsonArray([.. items]) };

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable<string> several => several,
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
    };

    private static byte[] Key(SandboxState state) => SHA256.HashData(Encoding.UTF8.GetBytes($"{state.Whole.Account.Value.Seed}:messages"));
}
