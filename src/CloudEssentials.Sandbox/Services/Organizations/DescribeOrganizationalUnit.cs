using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>One organizational unit.</summary>
internal sealed class DescribeOrganizationalUnit : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts) => state.Units.TryGet(call.RequiredText("OrganizationalUnitId"), out OrgUnit? unit)
        ? new JsonObject { ["OrganizationalUnit"] = OrgView.Unit(facts, unit) }
        : throw NotFound("OrganizationalUnit");
}
