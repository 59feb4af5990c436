using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>One policy of the organization.</summary>
internal sealed class DescribePolicy : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts) => new() { ["Policy"] = OrgView.Policy(facts, Policy(call, state)) };
}
