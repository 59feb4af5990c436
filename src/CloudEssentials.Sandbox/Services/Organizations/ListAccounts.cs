using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>All accounts of the organization.</summary>
internal sealed class ListAccounts : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts) =>
        Page(call, state.Accounts.Seen.Values, account => account.Id, "Accounts", account => OrgView.Account(facts, account));
}
