using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives the account an alias, in the place of the one it has.</summary>
internal sealed class CreateAccountAlias : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState.Of(call.State).Alias.Value = new AccountAlias(call.RequiredText("AccountAlias"));
        return [];
    }
}
