using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Starts instances that are stopped.</summary>
internal sealed class StartInstances : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<Ec2Instance> instances = Instances.Require(call, call.Texts("InstanceIds"));
        foreach (Ec2Instance instance in instances)
        {
            RequireStartable(call, instance);
        }

        return new JsonObject { ["StartingInstances"] = Instances.Change(call, instances, InstanceLifecycle.Start) };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => Instances.Targets(call);

    private static void RequireStartable(OperationCall call, Ec2Instance instance)
    {
        string state = InstanceLifecycle.StateOf(call.State, instance);
        if (state is not (InstanceLifecycle.Stopped or InstanceLifecycle.Pending or InstanceLifecycle.Running))
        {
            throw new ServiceError("IncorrectInstanceState", $"The instance '{instance.Id}' is not in a state from which it can be started.");
        }

        InstanceTypeFacts type = InstanceTypes.Require(instance.Type, call.Region);
        if (state == InstanceLifecycle.Stopped)
        {
            InstanceTypes.RequireIn(type, call.Region, instance.Zone);
            LaunchPlan.RequireCapacity(call.State, call.Region, type, instance.Zone);
            if (InstanceLauncher.Quota(call.State, call.Region, type) < 1)
            {
                throw InstanceLauncher.VcpuLimit(call.State);
            }
        }
    }
}
