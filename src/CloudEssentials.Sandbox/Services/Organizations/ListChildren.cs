using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>What is directly in a root or unit.</summary>
internal sealed class ListChildren : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string parent = Parent(call.RequiredText("ParentId"), state, facts);
        string type = call.RequiredText("ChildType");
        IEnumerable<string> children = type == "ACCOUNT"
            ? state.Accounts.Seen.Values.Where(account => account.ParentId == parent).Select(account => account.Id)
            : state.Units.Seen.Values.Where(unit => unit.ParentId == parent).Select(unit => unit.Id);
        return Page(call, children, child => child, "Children", child => new JsonObject { ["Id"] = child, ["Type"] = type });
    }
}
