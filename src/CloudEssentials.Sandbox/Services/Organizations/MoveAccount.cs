using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Moves an account into another root or unit.</summary>
internal sealed class MoveAccount : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        OrgAccount account = state.Accounts.TryGet(call.RequiredText("AccountId"), out OrgAccount? known) ? known : throw NotFound("Account");
        if (account.ParentId != call.RequiredText("SourceParentId"))
        {
            throw NotFound("SourceParent");
        }

        string destination = call.RequiredText("DestinationParentId");
        if (destination != facts.RootId && !state.Units.Contains(destination))
        {
            throw NotFound("DestinationParent");
        }

        state.Accounts[account.Id] = account with { ParentId = destination };
        return [];
    }
}
