using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The users and roles that an order is about, and when each last called a service.</summary>
internal sealed class GetServiceLastAccessedDetailsWithEntities : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        AccessJob job = AccessJobs.Find(call);
        string service = call.RequiredText("ServiceNamespace");
        JsonObject answer = IamPage.Of(call, AccessJobs.Entities(call, job.Arn).OrderBy(entity => entity.Arn, StringComparer.OrdinalIgnoreCase), entity => entity.Arn, "EntityDetailsList", entity => new JsonObject
        {
            ["EntityInfo"] = new JsonObject
            {
                ["Arn"] = entity.Arn,
                ["Name"] = entity.Name,
                ["Type"] = entity is IamRole ? "ROLE" : "USER",
                ["Id"] = entity.Id,
                ["Path"] = entity.Path,
            },
            ["LastAuthenticated"] = AccessJobs.Latest(iam, [entity], service).Use?.At,
        });
        answer["JobStatus"] = "COMPLETED";
        answer["JobCreationDate"] = job.Created;
        answer["JobCompletionDate"] = job.Created;
        return answer;
    }
}
