using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Changes how an instance's metadata service answers.</summary>
internal sealed class ModifyInstanceMetadataOptions : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2Instance instance = InstanceKinds.Instance.Require(call, call.RequiredText("InstanceId"));
        if (!InstanceLifecycle.IsAlive(instance))
        {
            throw new ServiceError("IncorrectInstanceState", $"The instance '{instance.Id}' is not in the 'running' or 'stopped' states.");
        }

        Ec2Instance changed = instance with { Metadata = LaunchPlan.Read(instance.Metadata, call.Input) };
        InstanceState.Of(call.State).Instances[instance.Id] = changed;
        return new JsonObject { ["InstanceId"] = instance.Id, ["InstanceMetadataOptions"] = InstanceAnswer.Write(changed.Metadata, "pending") };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(InstanceKinds.Instance, call.RequiredText("InstanceId"))];
}
