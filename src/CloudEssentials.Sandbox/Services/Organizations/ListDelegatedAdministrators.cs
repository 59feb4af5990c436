using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>The accounts that administer a service for the organization.</summary>
internal sealed class ListDelegatedAdministrators : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string? service = call.Text("ServicePrincipal");
        IEnumerable<OrgDelegation> delegations = state.Delegations.Seen.Values
            .Where(delegation => service is null || delegation.Service == service)
            .DistinctBy(delegation => delegation.AccountId);
        return Page(call, delegations, delegation => delegation.AccountId, "DelegatedAdministrators", delegation =>
        {
            JsonObject answer = OrgView.Account(facts, state.Accounts[delegation.AccountId]);
            answer["DelegationEnabledDate"] = delegation.Enabled;
            return answer;
        });
    }
}
