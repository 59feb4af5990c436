using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Attaches a volume to an instance of the same zone.</summary>
internal sealed class AttachVolume : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2Volume volume = Volumes.Require(call, call.RequiredText("VolumeId"));
        Ec2Instance instance = InstanceKinds.Instance.Require(call, call.RequiredText("InstanceId"));
        string device = call.RequiredText("Device");
        if (volume.InstanceId is not null)
        {
            throw new ServiceError("VolumeInUse", $"{volume.Id} is already attached to an instance");
        }

        if (InstanceLifecycle.StateOf(call.State, instance) is not (InstanceLifecycle.Running or InstanceLifecycle.Stopped))
        {
            throw new ServiceError("IncorrectState", $"Instance '{instance.Id}' is not 'running'.");
        }

        if (volume.Zone != instance.Zone)
        {
            throw new ServiceError("InvalidVolume.ZoneMismatch", $"The volume '{volume.Id}' is not in the same availability zone as instance '{instance.Id}'");
        }

        if (InstanceAnswer.VolumesOf(call.State, instance).Any(other => other.Device == device))
        {
            throw new ServiceError("InvalidParameterValue", $"Invalid value '{device}' for unixDevice. Attachment point {device} is already in use");
        }

        Ec2Volume attached = volume with { InstanceId = instance.Id, Device = device, Attached = call.Now, DeleteOnTermination = false };
        InstanceState.Of(call.State).Volumes[volume.Id] = attached;
        return Volumes.WriteAttachment(attached, "attaching");
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) =>
        [new(InstanceKinds.Instance, call.RequiredText("InstanceId")), new(InstanceKinds.Volume, call.RequiredText("VolumeId"))];
}
