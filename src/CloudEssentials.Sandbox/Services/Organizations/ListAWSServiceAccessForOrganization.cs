using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>The services that have trusted access.</summary>
internal sealed class ListAWSServiceAccessForOrganization : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts) => Page(
        call, facts.TrustedServices, service => service.Key, "EnabledServicePrincipals", service => new JsonObject { ["ServicePrincipal"] = service.Key, ["DateEnabled"] = service.Value });
}
