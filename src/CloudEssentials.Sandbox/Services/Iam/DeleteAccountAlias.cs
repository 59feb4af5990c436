using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes the account's alias away.</summary>
internal sealed class DeleteAccountAlias : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        StateCell<AccountAlias> cell = IamState.Of(call.State).Alias;
        cell.Value = cell.Value.Alias == call.RequiredText("AccountAlias")
            ? new AccountAlias(null)
            : throw IamErrors.NoSuchEntity($"The account alias {call.RequiredText("AccountAlias")} cannot be found.");
        return [];
    }
}
