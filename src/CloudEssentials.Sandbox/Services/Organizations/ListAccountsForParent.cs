using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>The accounts directly in a root or unit.</summary>
internal sealed class ListAccountsForParent : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string parent = Parent(call.RequiredText("ParentId"), state, facts);
        return Page(call, state.Accounts.Seen.Values.Where(account => account.ParentId == parent), account => account.Id, "Accounts", account => OrgView.Account(facts, account));
    }
}
