using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
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
        (SandboxState state, IamRole role) = RoleSessions.Find(call, arn) ?? throw Denied(call, arn);
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

        bool mfa = call.Text("SerialNumber") is not null && MfaCheck.IsProved(call);
        return RoleSessions.Answer(call, state, role, call.RequiredText("RoleSessionName"), Duration(call, role), mfa);
    }

    private static int Duration(OperationCall call, IamRole role)
    {
        int duration = RoleSessions.Duration(call, role, DefaultDuration);
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
