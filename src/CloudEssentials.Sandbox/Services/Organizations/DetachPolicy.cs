using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Detaches a policy from a root, unit or account; one control policy must stay.</summary>
internal sealed class DetachPolicy : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        OrgPolicy policy = Policy(call, state);
        string target = Target(call.RequiredText("TargetId"), state, facts);
        if (!policy.Targets.Contains(target))
        {
            throw new ServiceError("PolicyNotAttachedException", "The policy isn't attached to the specified target in the specified root.");
        }

        if (policy.Type == OrgState.ServiceControl && state.Policies.Current.Values.Count(known => known.Type == policy.Type && known.Targets.Contains(target)) == 1)
        {
            throw new ServiceError("ConstraintViolationException", "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED: You can't detach the last service control policy of a target.");
        }

        state.Policies[policy.Id] = policy with { Targets = policy.Targets.Remove(target) };
        return [];
    }
}
