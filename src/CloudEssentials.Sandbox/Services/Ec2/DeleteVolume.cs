using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Deletes a volume that no instance has.</summary>
internal sealed class DeleteVolume : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2Volume volume = Volumes.Require(call, call.RequiredText("VolumeId"));
        if (volume.InstanceId is { } id)
        {
            throw new ServiceError("VolumeInUse", $"Volume {volume.Id} is currently attached to {id}");
        }

        InstanceState.Of(call.State).Volumes.Remove(volume.Id);
        return [];
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(InstanceKinds.Volume, call.RequiredText("VolumeId"))];
}
