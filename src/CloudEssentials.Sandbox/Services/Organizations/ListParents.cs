using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>The root or unit that an account or unit is in.</summary>
internal sealed class ListParents : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string parent = state.ParentOf(call.RequiredText("ChildId")) ?? throw NotFound("Child");
        return Page(call, [parent], id => id, "Parents", id => new JsonObject { ["Id"] = id, ["Type"] = id == facts.RootId ? "ROOT" : "ORGANIZATIONAL_UNIT" });
    }
}
