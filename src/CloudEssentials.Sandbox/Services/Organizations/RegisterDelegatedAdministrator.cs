using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Lets a member account administer a service for the organization.</summary>
internal sealed class RegisterDelegatedAdministrator : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string account = call.RequiredText("AccountId");
        string service = call.RequiredText("ServicePrincipal");
        if (!state.Accounts.Contains(account))
        {
            throw NotFound("Account");
        }

        if (!facts.TrustedServices.ContainsKey(service) || account == facts.ManagementAccountId)
        {
            throw new ServiceError("ConstraintViolationException", account == facts.ManagementAccountId
                ? "CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR: You cannot register master account as delegated administrator for your organization."
                : "SERVICE_ACCESS_NOT_ENABLED: You must enable service access before registering a delegated administrator.");
        }

        string key = $"{account} {service}";
        state.Delegations[key] = state.Delegations.Contains(key)
            ? throw new ServiceError("AccountAlreadyRegisteredException", "The specified account is already a delegated administrator for this AWS service.")
            : new OrgDelegation(account, service, call.Now);
        return [];
    }
}
