using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Takes a policy away that is attached to nothing.</summary>
internal sealed class DeletePolicy : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        OrgPolicy policy = Own(call, state);
        if (policy.Targets.Count > 0)
        {
            throw new ServiceError("PolicyInUseException", "The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.");
        }

        state.Policies.Remove(policy.Id);
        return [];
    }
}
