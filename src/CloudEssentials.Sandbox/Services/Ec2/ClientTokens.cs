using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The client tokens that calls have used, and what they made. See "Ensuring idempotency in Amazon EC2 API requests".</summary>
internal sealed class ClientTokens : StateSection
{
    private const string SectionName = "ec2-client-tokens";
    private const int MaximumLength = 64;

    private ClientTokens(SandboxState state)
        : base(state, SectionName) => Used = Table<UsedClientToken>("used", StringComparer.Ordinal);

    private ResourceTable<UsedClientToken> Used { get; }

    /// <summary>What an earlier call of the same operation with the same token made; null if there was none, or the call has no token.</summary>
    /// <exception cref="ServiceError">The earlier call had other parameters, or the token is too long.</exception>
    public static string? MadeBefore(OperationCall call)
    {
        if (call.Text("ClientToken") is not { Length: > 0 } token)
        {
            return null;
        }

        _ = token.Length <= MaximumLength ? true : throw new ServiceError("InvalidClientToken", $"The client token may have at most {MaximumLength} characters.");
        return !Of(call.State).Used.TryGet(Key(call, token), out UsedClientToken? used) ? null
            : used.Request == Digest(call) ? used.Made
            : throw new ServiceError("IdempotentParameterMismatch", "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).");
    }

    /// <summary>Remembers what a call made, if it has a token.</summary>
    public static void Remember(OperationCall call, string made)
    {
        if (call.Text("ClientToken") is { Length: > 0 } token)
        {
            Of(call.State).Used[Key(call, token)] = new UsedClientToken(Digest(call), made);
        }
    }

    private static ClientTokens Of(SandboxState state) => state.Section(made => new ClientTokens(made), SectionName);

    private static string Key(OperationCall call, string token) => $"{call.Region}:{call.Operation.Name}:{token}";

    private static string Digest(OperationCall call)
    {
        JsonObject input = call.Input.DeepClone().AsObject();
        input.Remove("DryRun");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(input.ToJsonString())));
    }
}
