using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Changes a policy of the organization.</summary>
internal sealed class UpdatePolicy : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        OrgPolicy policy = Own(call, state);
        OrgPolicy changed = policy with
        {
            Name = call.Text("Name") ?? policy.Name,
            Description = call.Text("Description") ?? policy.Description,
            Content = call.Text("Content") is { } content ? OrgGrammar.Check(content, policy.Type) : policy.Content,
        };
        state.Policies[policy.Id] = changed;
        return new JsonObject { ["Policy"] = OrgView.Policy(facts, changed) };
    }
}
