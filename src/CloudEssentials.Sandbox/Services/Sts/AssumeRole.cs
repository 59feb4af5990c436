using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>Gives a session of a role to a caller whom the role's trust policy and the caller's own permissions allow it.</summary>
internal sealed class AssumeRole : SandboxOperation
{
    private const int DefaultDuration = 3600;
    private const int ChainedMaximum = 3600;

    public override bool OnlyReads => true;

    // A role's trust policy has its say too, so the question is asked below.
    public override string? Permission => null;

    public override JsonObject Execute(OperationCall call)
    {
        if (call.Caller.Kind == CallerKind.Root)
        {
            throw new ServiceError("AccessDenied", "Roles may not be assumed by root accounts.", 403);
        }

        string arn = call.RequiredText("RoleArn");
        IamRole role = IamState.Of(call.State).Roles.Seen.Values.FirstOrDefault(known => known.Arn == arn) ?? throw Denied(call, arn);
        AuthorizationVerdict verdict = call.Account.Authorizer.Decide(new AuthorizationRequest(
            call.Caller, "sts:AssumeRole", [arn], call.Region, call.State)
        {
            ResourcePolicy = role.TrustPolicy,
            Context = TrustContext(call, role),
        });
        if (!verdict.IsAllowed)
        {
            throw Denied(call, arn);
        }

        int duration = Duration(call, role);
        return Answer(call, role, call.Now.AddSeconds(duration));
    }

    private static JsonObject Answer(OperationCall call, IamRole role, DateTimeOffset expiration)
    {
        string session = call.RequiredText("RoleSessionName");
        string? policy = call.Text("Policy");
        SessionToken token = new SessionToken(
            new SandboxCaller
            {
                Kind = CallerKind.AssumedRole,
                AccountId = call.AccountId,
                Arn = $"arn:{call.Partition}:sts::{call.AccountId}:assumed-role/{role.Name}/{session}",
                UserId = $"{role.Id}:{session}",
                AccessKeyId = SessionKeys.NewId(call),
                Name = role.Name,
                SessionName = session,
                SessionPolicies = policy is null ? [] : [PolicyGrammar.Session(policy)],
                SessionPolicyArns = [.. call.Structures("PolicyArns").Select(item => item["arn"]!.GetValue<string>())],
                IssuedAt = call.Now,
                // "aws:MultiFactorAuthPresent" is not handed on: a role's session has it only if the call brought a code.
                MfaPresent = call.Text("SerialNumber") is not null && MfaCheck.IsProved(call),
            },
            expiration).WithSecret(call.State);
        return new JsonObject
        {
            ["Credentials"] = SessionKeys.Write(call.State, token),
            ["AssumedRoleUser"] = new JsonObject { ["AssumedRoleId"] = token.Caller.UserId, ["Arn"] = token.Caller.Arn },
            ["PackedPolicySize"] = policy is null ? null : Math.Max(1, policy.Length * 100 / IamQuotas.TrustPolicySize),
            ["SourceIdentity"] = call.Text("SourceIdentity"),
        };
    }

    private static int Duration(OperationCall call, IamRole role)
    {
        int duration = call.Number("DurationSeconds") ?? DefaultDuration;
        if (duration > role.MaxSessionDuration)
        {
            throw new ServiceError("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }

        return call.Caller.Kind == CallerKind.AssumedRole && duration > ChainedMaximum
            ? throw new ServiceError(
                "ValidationError", "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining")
            : duration;
    }

    private static Dictionary<string, object?> TrustContext(OperationCall call, IamRole role)
    {
        var context = new Dictionary<string, object?> { ["sts:RoleSessionName"] = call.RequiredText("RoleSessionName") };
        if (call.Text("ExternalId") is { } externalId)
        {
            context["sts:ExternalId"] = externalId;
        }

        if (call.Text("SourceIdentity") is { } source)
        {
            context["sts:SourceIdentity"] = source;
        }

        if (call.Text("SerialNumber") is not null)
        {
            context["aws:MultiFactorAuthPresent"] = MfaCheck.IsProved(call) ? "true" : "false";
        }

        foreach ((string key, string value) in role.Tags)
        {
            context[$"aws:ResourceTag/{key}"] = value;
        }

        return context;
    }

    private static ServiceError Denied(OperationCall call, string arn) => new(
        "AccessDenied", $"User: {call.Caller.Arn} is not authorized to perform: sts:AssumeRole on resource: {arn}", 403);
}
