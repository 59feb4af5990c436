using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Ends instances; ending one twice does no harm.</summary>
internal sealed class TerminateInstances : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<Ec2Instance> instances = Instances.Require(call, call.Texts("InstanceIds"));
        return instances.FirstOrDefault(instance => instance.DisableApiTermination && InstanceLifecycle.IsAlive(instance)) is { } kept
            ? throw new ServiceError(
                "OperationNotPermitted", $"The instance '{kept.Id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.")
            : new JsonObject { ["TerminatingInstances"] = Instances.Change(call, instances, InstanceLifecycle.Terminate) };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => Instances.Targets(call);
}
