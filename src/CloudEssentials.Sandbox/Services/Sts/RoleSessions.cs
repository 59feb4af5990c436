using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>Makes sessions of roles, for the three calls that give them.</summary>
internal static class RoleSessions
{
    /// <summary>The role of an ARN, in this account or another of the organization; null if there is none.</summary>
    public static (SandboxState State, IamRole Role)? Find(OperationCall call, string arn)
    {
        string[] parts = arn.Split(':', 6);
        if (parts.Length < 6 || call.State.Find(parts[4]) is not { } state)
        {
            return null;
        }

        string name = parts[5][(parts[5].LastIndexOf('/') + 1)..];
        return IamState.Of(state).Roles.TryGetSeen(name, out IamRole? role) && role.Arn == arn ? (state, role) : null;
    }

    public static JsonObject Answer(OperationCall call, SandboxState state, IamRole role, string session, int duration, bool? mfa)
    {
        string? policy = call.Text("Policy");
        string account = state.Account.Value.AccountId;
        SessionToken token = new SessionToken(
            new SandboxCaller
            {
                Kind = CallerKind.AssumedRole,
                AccountId = account,
                Arn = $"arn:{call.Partition}:sts::{account}:assumed-role/{role.Name}/{session}",
                UserId = $"{role.Id}:{session}",
                AccessKeyId = SessionKeys.NewId(call),
                Name = role.Name,
                SessionName = session,
                SessionPolicies = policy is null ? [] : [PolicyGrammar.Session(policy)],
                SessionPolicyArns = PolicyArns(call),
                IssuedAt = call.Now,
                MfaPresent = mfa,
            },
            call.Now.AddSeconds(duration)).WithSecret(call.State);
        return new JsonObject
        {
            ["Credentials"] = SessionKeys.Write(call.State, token),
            ["AssumedRoleUser"] = new JsonObject { ["AssumedRoleId"] = token.Caller.UserId, ["Arn"] = token.Caller.Arn },
            ["PackedPolicySize"] = PackedSize(policy),
            ["SourceIdentity"] = call.Text("SourceIdentity"),
        };
    }

    public static IReadOnlyList<string> PolicyArns(OperationCall call) => [.. call.Structures("PolicyArns").Select(item => item["arn"]!.GetValue<string>())];

    public static int? PackedSize(string? policy) => policy is null ? null : Math.Max(1, policy.Length * 100 / IamQuotas.TrustPolicySize);

    /// <exception cref="ServiceError">ValidationError: longer than the role allows.</exception>
    public static int Duration(OperationCall call, IamRole role, int ordinary)
    {
        int duration = call.Number("DurationSeconds") ?? ordinary;
        return duration <= role.MaxSessionDuration
            ? duration
            : throw new ServiceError("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }
}
