using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Disables a type of policy in the organization's root.</summary>
internal sealed class DisablePolicyType : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string type = call.RequiredText("PolicyType");
        if (call.RequiredText("RootId") != facts.RootId)
        {
            throw NotFound("Root");
        }

        if (!facts.PolicyTypes.Contains(type))
        {
            throw new ServiceError("PolicyTypeNotEnabledException", "The specified policy type is not enabled in the specified root.");
        }

        OrgFacts changed = facts with { PolicyTypes = facts.PolicyTypes.Remove(type) };
        state.Cell.Value = new OrgCell(changed);
        foreach (OrgPolicy policy in state.Policies.Current.Values.Where(policy => policy.Type == type).ToList())
        {
            state.Policies[policy.Id] = policy with { Targets = [] };
        }

        return new JsonObject { ["Root"] = OrgView.Root(changed) };
    }
}
