using CloudEssentials.Policies.Evaluation;
using CloudEssentials.Sandbox.Services.Organizations;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>What requests would be decided by the policies of a user, group or role, and of the call.</summary>
internal sealed class SimulatePrincipalPolicy : SimulateOperation
{
    protected override PolicySet Policies(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        IamIdentity identity = PolicySources.Find(call, call.RequiredText("PolicySourceArn"));
        NamedPolicy? boundary = PolicySources.Given(call, "PermissionsBoundaryPolicyInputList") is [{ } given, ..] ? given
            : IamIdentity.BoundaryOf(identity) is { } arn ? AccountPolicies.Managed(iam, arn)
            : null;
        return new PolicySet
        {
            IdentityPolicies = [.. AccountPolicies.Of(iam, identity), .. PolicySources.Given(call, "PolicyInputList")],
            PermissionsBoundary = boundary,
            ResourcePolicy = GivenPolicy(call),
            ServiceControlPolicies = AccountPolicies.Levels(call.State, call.AccountId, OrgState.ServiceControl),
        };
    }

    protected override AccessPrincipal? Principal(OperationCall call) => Caller(call)
        ?? (PolicySources.Find(call, call.RequiredText("PolicySourceArn")) is IamGroup ? null
            : AccessPrincipal.Parse(call.RequiredText("PolicySourceArn")).With(uniqueId: PolicySources.Find(call, call.RequiredText("PolicySourceArn")).Id));
}
