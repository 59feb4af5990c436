using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>The organization's policies of a type.</summary>
internal sealed class ListPolicies : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts) => Page(
        call, state.Policies.Seen.Values.Where(policy => policy.Type == call.RequiredText("Filter")), policy => policy.Id, "Policies", policy => OrgView.Summary(facts, policy));
}
