using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>The account that an access key belongs to.</summary>
internal sealed class GetAccessKeyInfo : SandboxOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string id = call.RequiredText("AccessKeyId");
        SandboxState? owner = call.State.Whole.Members.Values.Prepend(call.State.Whole)
            .FirstOrDefault(state => IamState.Of(state).AccessKeys.Contains(id));
        return owner is not null || id == SandboxAccount.RootAccessKeyId
            ? new JsonObject { ["Account"] = (owner ?? call.State.Whole).Account.Value.AccountId }
            : throw new ServiceError("ValidationError", $"The access key {id} is not known.");
    }
}
