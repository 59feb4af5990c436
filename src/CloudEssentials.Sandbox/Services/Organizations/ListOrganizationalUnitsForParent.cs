using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>The units directly in a root or unit.</summary>
internal sealed class ListOrganizationalUnitsForParent : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string parent = Parent(call.RequiredText("ParentId"), state, facts);
        return Page(call, state.Units.Seen.Values.Where(unit => unit.ParentId == parent), unit => unit.Id, "OrganizationalUnits", unit => OrgView.Unit(facts, unit));
    }
}
