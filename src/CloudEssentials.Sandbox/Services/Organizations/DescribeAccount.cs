using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>One account of the organization.</summary>
internal sealed class DescribeAccount : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts) => state.Accounts.TryGet(call.RequiredText("AccountId"), out OrgAccount? account)
        ? new JsonObject { ["Account"] = OrgView.Account(facts, account) }
        : throw NotFound("Account");
}
