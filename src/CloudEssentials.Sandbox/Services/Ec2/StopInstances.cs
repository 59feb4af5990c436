using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Stops instances.</summary>
internal sealed class StopInstances : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<Ec2Instance> instances = Instances.Require(call, call.Texts("InstanceIds"));
        foreach (Ec2Instance instance in instances)
        {
            if (!InstanceLifecycle.IsAlive(instance))
            {
                throw new ServiceError("IncorrectInstanceState", $"The instance '{instance.Id}' is not in a state from which it can be stopped.");
            }

            if (instance.DisableApiStop)
            {
                throw new ServiceError(
                    "OperationNotPermitted", $"The instance '{instance.Id}' may not be stopped. Modify its 'disableApiStop' instance attribute and try again.");
            }
        }

        if (call.Flag("Hibernate"))
        {
            throw new ServiceError("UnsupportedHibernationConfiguration", "The instance is not configured for hibernation.");
        }

        return new JsonObject { ["StoppingInstances"] = Instances.Change(call, instances, InstanceLifecycle.Stop) };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => Instances.Targets(call);
}
