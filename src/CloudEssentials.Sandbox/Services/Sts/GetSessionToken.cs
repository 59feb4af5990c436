using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>Gives a user, or the root user, a session of their own.</summary>
internal sealed class GetSessionToken : SandboxOperation
{
    private const int DefaultDuration = 43200;
    private const int RootMaximum = 3600;

    // It needs no permission; an explicit denial alone could stop it.
    public override string? Permission => null;

    public override JsonObject Execute(OperationCall call)
    {
        if (call.Caller.IssuedAt is not null)
        {
            throw new ServiceError("AccessDenied", "Cannot call GetSessionToken with session credentials", 403);
        }

        int duration = call.Number("DurationSeconds") ?? DefaultDuration;
        int allowed = call.Caller.Kind == CallerKind.Root ? Math.Min(duration, RootMaximum) : duration;
        SandboxCaller caller = call.Caller with
        {
            AccessKeyId = SessionKeys.NewId(call),
            IssuedAt = call.Now,
            MfaPresent = MfaCheck.IsProved(call),
        };
        SessionToken token = new SessionToken(caller, call.Now.AddSeconds(allowed)).WithSecret(call.State);
        return new JsonObject { ["Credentials"] = SessionKeys.Write(call.State, token) };
    }
}
