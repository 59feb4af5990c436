using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>What requests would be decided by the policies of the call.</summary>
internal sealed class SimulateCustomPolicy : SimulateOperation
{
    protected override PolicySet Policies(OperationCall call) => new()
    {
        IdentityPolicies = PolicySources.Given(call, "PolicyInputList"),
        PermissionsBoundary = PolicySources.Given(call, "PermissionsBoundaryPolicyInputList") is [{ } boundary, ..] ? boundary : null,
        ResourcePolicy = GivenPolicy(call),
    };

    protected override AccessPrincipal? Principal(OperationCall call) => Caller(call);
}
