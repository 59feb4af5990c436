using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>Who calls. It needs no permission.</summary>
internal sealed class GetCallerIdentity : SandboxOperation
{
    public override string? Permission => null;

    public override JsonObject Execute(OperationCall call) => new()
    {
        ["UserId"] = call.Caller.UserId,
        ["Account"] = call.Caller.AccountId,
        ["Arn"] = call.Caller.Arn,
    };
}
