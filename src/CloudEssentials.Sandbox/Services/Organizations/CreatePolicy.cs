using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Makes a policy of the organization.</summary>
internal sealed class CreatePolicy : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string name = call.RequiredText("Name");
        string type = call.RequiredText("Type");
        if (state.Policies.Current.Values.Any(known => known.Name == name && known.Type == type))
        {
            throw new ServiceError("DuplicatePolicyException", "A policy with the same name already exists.");
        }

        var policy = new OrgPolicy
        {
            Id = call.NewId("p-", 8, CreateOrganization.LowerCase),
            Name = name,
            Description = call.RequiredText("Description"),
            Type = type,
            Content = OrgGrammar.Check(call.RequiredText("Content"), type),
        };
        state.Policies[policy.Id] = policy;
        return new JsonObject { ["Policy"] = OrgView.Policy(facts, policy) };
    }
}
