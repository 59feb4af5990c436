using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>Gives a session to someone for whom a user, or the root user, stands; what it may is narrowed by session policies.</summary>
internal sealed class GetFederationToken : SandboxOperation
{
    private const int DefaultDuration = 43200;
    private const int RootMaximum = 3600;

    public override IReadOnlyList<string> Resources(OperationCall call) =>
        [$"arn:{call.Partition}:sts::{call.AccountId}:federated-user/{call.RequiredText("Name")}"];

    public override JsonObject Execute(OperationCall call)
    {
        if (call.Caller.IssuedAt is not null)
        {
            throw new ServiceError("AccessDenied", "Cannot call GetFederationToken with session credentials", 403);
        }

        string name = call.RequiredText("Name");
        string? policy = call.Text("Policy");
        int duration = call.Number("DurationSeconds") ?? DefaultDuration;
        SandboxCaller caller = call.Caller with
        {
            Kind = call.Caller.Kind == CallerKind.Root ? CallerKind.Root : CallerKind.FederatedUser,
            Arn = $"arn:{call.Partition}:sts::{call.AccountId}:federated-user/{name}",
            UserId = $"{call.AccountId}:{name}",
            AccessKeyId = SessionKeys.NewId(call),
            SessionName = name,
            SessionPolicies = policy is null ? [] : [PolicyGrammar.Session(policy)],
            SessionPolicyArns = RoleSessions.PolicyArns(call),
            IssuedAt = call.Now,
            MfaPresent = false,
        };
        int allowed = call.Caller.Kind == CallerKind.Root ? Math.Min(duration, RootMaximum) : duration;
        SessionToken token = new SessionToken(caller, call.Now.AddSeconds(allowed)).WithSecret(call.State);
        return new JsonObject
        {
            ["Credentials"] = SessionKeys.Write(call.State, token),
            ["FederatedUser"] = new JsonObject { ["FederatedUserId"] = caller.UserId, ["Arn"] = caller.Arn },
            ["PackedPolicySize"] = RoleSessions.PackedSize(policy),
        };
    }
}
