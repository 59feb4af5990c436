using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Makes an organizational unit.</summary>
internal sealed class CreateOrganizationalUnit : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string parent = Parent(call.RequiredText("ParentId"), state, facts);
        string name = call.RequiredText("Name");
        if (state.Units.Current.Values.Any(known => known.ParentId == parent && known.Name == name))
        {
            throw new ServiceError("DuplicateOrganizationalUnitException", "An OU with the same name already exists.");
        }

        var unit = new OrgUnit(call.NewId($"ou-{facts.RootId[2..]}-", 8, CreateOrganization.LowerCase), name, parent);
        state.Units[unit.Id] = unit;
        DefaultPolicies.Attach(state, facts, unit.Id);
        return new JsonObject { ["OrganizationalUnit"] = OrgView.Unit(facts, unit) };
    }
}
