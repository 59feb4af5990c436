using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>The policies of a type that are attached to a root, unit or account itself.</summary>
internal sealed class ListPoliciesForTarget : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string target = Target(call.RequiredText("TargetId"), state, facts);
        return Page(
            call,
            state.Policies.Seen.Values.Where(policy => policy.Type == call.RequiredText("Filter") && policy.Targets.Contains(target)),
            policy => policy.Id,
            "Policies",
            policy => OrgView.Summary(facts, policy));
    }
}
