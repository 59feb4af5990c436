using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Gives a service trusted access to the organization.</summary>
internal sealed class EnableAWSServiceAccess : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string service = call.RequiredText("ServicePrincipal");
        state.Cell.Value = new OrgCell(facts with { TrustedServices = facts.TrustedServices.ContainsKey(service) ? facts.TrustedServices : facts.TrustedServices.Add(service, call.Now) });
        return [];
    }
}
