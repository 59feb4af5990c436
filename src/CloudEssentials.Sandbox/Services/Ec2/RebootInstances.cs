using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Reboots instances. They keep their addresses, and their user data does not run again.</summary>
internal sealed class RebootInstances : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        foreach (Ec2Instance instance in Instances.Require(call, call.Texts("InstanceIds")))
        {
            InstanceState.Of(call.State).Instances[instance.Id] = InstanceLifecycle.StateOf(call.State, instance) is InstanceLifecycle.Running or InstanceLifecycle.Pending
                ? instance with { BootedAgain = call.Now }
                : throw new ServiceError("IncorrectState", $"Instance {instance.Id} is not in a state from which it can be rebooted.");
        }

        return [];
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => Instances.Targets(call);
}
