using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Orders what a user, group, role or policy may use, and when it was last used.</summary>
internal sealed class GenerateServiceLastAccessedDetails : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string arn = call.RequiredText("Arn");
        _ = AccessJobs.Documents(call, arn).ToList();
        string id = call.NewId(string.Empty, 32, IdGenerator.Hexadecimal);
        var job = new AccessJob($"{id[..8]}-{id[8..12]}-{id[12..16]}-{id[16..20]}-{id[20..]}", arn, call.Text("Granularity") == "ACTION_LEVEL", call.Now);
        IamState.Of(call.State).AccessJobs[job.Id] = job;
        return new JsonObject { ["JobId"] = job.Id };
    }
}
