using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>The keys of a session.</summary>
internal static class SessionKeys
{
    /// <summary>An access key id. It is not written down anywhere, so it is made of chance, unless the account has a seed.</summary>
    public static string NewId(OperationCall call) =>
        "ASIA" + IdGenerator.Make(call.State.Whole.Account.Value.Seed, "session:" + call.Account.NextRequestId(), call.Now.UtcTicks, 16, IdGenerator.Base32);

    public static JsonObject Write(SandboxState state, SessionToken token) => new()
    {
        ["AccessKeyId"] = token.Caller.AccessKeyId,
        ["SecretAccessKey"] = token.SecretAccessKey,
        ["SessionToken"] = token.Write(state),
        ["Expiration"] = token.Expiration,
    };
}
