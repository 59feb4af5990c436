using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Enables a type of policy in the organization's root.</summary>
internal sealed class EnablePolicyType : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string type = call.RequiredText("PolicyType");
        if (call.RequiredText("RootId") != facts.RootId)
        {
            throw NotFound("Root");
        }

        if (facts.PolicyTypes.Contains(type))
        {
            throw new ServiceError("PolicyTypeAlreadyEnabledException", "The specified policy type is already enabled in the specified root.");
        }

        OrgFacts changed = facts with { PolicyTypes = facts.PolicyTypes.Add(type) };
        state.Cell.Value = new OrgCell(changed);
        foreach (string target in state.Accounts.Current.Keys.Concat(state.Units.Current.Keys).Append(facts.RootId))
        {
            DefaultPolicies.Attach(state, changed with { PolicyTypes = [type] }, target);
        }

        return new JsonObject { ["Root"] = OrgView.Root(changed) };
    }
}
