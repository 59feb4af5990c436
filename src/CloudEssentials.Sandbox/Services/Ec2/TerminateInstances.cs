using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Ends instances.</summary>
internal sealed class TerminateInstances : SandboxOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ResourceTable<Ec2Instance> instances = InstanceState.Of(call.State).Instances;
        var changes = new JsonArray();
        foreach (string id in call.Texts("InstanceIds"))
        {
            Ec2Instance instance = instances.TryGet(id, out Ec2Instance? known) && known.Region == call.Region
                ? known
                : throw new ServiceError("InvalidInstanceID.NotFound", $"The instance ID '{id}' does not exist");
            instances[id] = instance with { State = "terminated" };
            changes.Add(new JsonObject { ["InstanceId"] = id, ["PreviousState"] = InstanceState.Status(instance.State), ["CurrentState"] = InstanceState.Status("terminated") });
        }

        return new JsonObject { ["TerminatingInstances"] = changes };
    }
}
