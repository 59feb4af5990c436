using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Whether a service's role is gone: in the sandbox it goes at once.</summary>
internal sealed class GetServiceLinkedRoleDeletionStatus : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string task = call.RequiredText("DeletionTaskId");
        string[] parts = task.Split('/');
        return parts is ["task", "aws-service-role", _, { } name, _] && !IamState.Of(call.State).Roles.Contains(name)
            ? new JsonObject { ["Status"] = "SUCCEEDED" }
            : throw IamErrors.NoSuchEntity($"Deletion Task Id: {task} could not be found.");
    }
}
