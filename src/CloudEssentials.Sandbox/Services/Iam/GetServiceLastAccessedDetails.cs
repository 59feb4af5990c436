using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The services that an order's subject may use, and when each was last called.</summary>
internal sealed class GetServiceLastAccessedDetails : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        AccessJob job = AccessJobs.Find(call);
        List<IamIdentity> entities = [.. AccessJobs.Entities(call, job.Arn)];
        JsonObject answer = IamPage.Of(call, GrantedServices.Of(AccessJobs.Documents(call, job.Arn)), service => service.Prefix, "ServicesLastAccessed", service =>
        {
            (IamIdentity? entity, ServiceUse? use, int count) = AccessJobs.Latest(iam, entities, service.Prefix);
            return new JsonObject
            {
                ["ServiceName"] = service.Name,
                ["LastAuthenticated"] = use?.At,
                ["ServiceNamespace"] = service.Prefix,
                ["LastAuthenticatedEntity"] = entity?.Arn,
                ["LastAuthenticatedRegion"] = use?.Region,
                ["TotalAuthenticatedEntities"] = count,
                ["TrackedActionsLastAccessed"] = !job.ByAction || use is null ? null : new JsonArray([.. use.Actions.Select(action => new JsonObject
                {
                    ["ActionName"] = action.Key,
                    ["LastAccessedEntity"] = entity!.Arn,
                    ["LastAccessedTime"] = action.Value,
                    ["LastAccessedRegion"] = use.Region,
                })]),
            };
        });
        answer["JobStatus"] = "COMPLETED";
        answer["JobType"] = job.ByAction ? "ACTION_LEVEL" : "SERVICE_LEVEL";
        answer["JobCreationDate"] = job.Created;
        answer["JobCompletionDate"] = job.Created;
        return answer;
    }
}
