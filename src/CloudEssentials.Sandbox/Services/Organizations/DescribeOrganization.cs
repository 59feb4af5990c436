using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>The organization that the account belongs to.</summary>
internal sealed class DescribeOrganization : OrgOperation
{
    protected override bool IsForMembers => true;

    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts) => new() { ["Organization"] = OrgView.Organization(facts) };
}
