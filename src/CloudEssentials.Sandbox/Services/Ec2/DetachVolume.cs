using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Takes a volume from its instance; the root volume only from one that is stopped.</summary>
internal sealed class DetachVolume : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2Volume volume = Volumes.Require(call, call.RequiredText("VolumeId"));
        if (volume.InstanceId is not { } id)
        {
            throw new ServiceError("IncorrectState", $"Volume '{volume.Id}' is in the 'available' state.");
        }

        if ((call.Text("InstanceId") ?? id) != id || (call.Text("Device") ?? volume.Device) != volume.Device)
        {
            throw new ServiceError("InvalidAttachment.NotFound", $"The volume '{volume.Id}' is not attached to that instance as that device.");
        }

        Ec2Instance instance = InstanceKinds.Instance.Require(call, id);
        if (volume.Device == BlockDevices.RootDevice && InstanceLifecycle.StateOf(call.State, instance) != InstanceLifecycle.Stopped)
        {
            throw new ServiceError("OperationNotPermitted", $"Unable to detach root volume '{volume.Id}' from instance '{id}'");
        }

        InstanceState.Of(call.State).Volumes[volume.Id] = volume with { InstanceId = null, Device = null, Attached = null, DeleteOnTermination = false };
        return Volumes.WriteAttachment(volume, "detaching");
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call)
    {
        string id = call.RequiredText("VolumeId");
        string? instance = call.Text("InstanceId") ?? (InstanceKinds.Volume.Find(call.State, call.Region, id) as Ec2Volume)?.InstanceId;
        return instance is null
            ? [new(InstanceKinds.Volume, id)]
            : [new(InstanceKinds.Instance, instance), new(InstanceKinds.Volume, id)];
    }
}
