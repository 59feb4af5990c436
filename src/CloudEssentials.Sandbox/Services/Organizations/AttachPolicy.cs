using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Attaches a policy to a root, unit or account.</summary>
internal sealed class AttachPolicy : OrgOperation
{
    private const int MaximumPolicies = 5;

    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        OrgPolicy policy = Policy(call, state);
        string target = Target(call.RequiredText("TargetId"), state, facts);
        if (!facts.PolicyTypes.Contains(policy.Type))
        {
            throw new ServiceError("PolicyTypeNotEnabledException", "This operation can be performed only for enabled policy types.");
        }

        if (policy.Targets.Contains(target))
        {
            throw new ServiceError("DuplicatePolicyAttachmentException", "The selected policy is already attached to the specified target.");
        }

        if (state.Policies.Current.Values.Count(known => known.Type == policy.Type && known.Targets.Contains(target)) >= MaximumPolicies)
        {
            throw new ServiceError("ConstraintViolationException", "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED: You have attached the maximum number of policies of that type.");
        }

        state.Policies[policy.Id] = policy with { Targets = policy.Targets.Add(target) };
        return [];
    }
}
