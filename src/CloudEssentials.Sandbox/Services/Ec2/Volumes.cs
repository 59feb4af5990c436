using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Volumes, which go or come free when the instance is terminated that they are attached to.</summary>
internal static class Volumes
{
    /// <summary>The volumes of a Region that are there now.</summary>
    public static IEnumerable<Ec2Volume> In(SandboxState state, string region) =>
        InstanceState.Of(state).Volumes.Seen.Values.Where(volume => volume.Region == region).Select(volume => Now(state, volume)).OfType<Ec2Volume>();

    /// <summary>The volume of an id.</summary>
    /// <exception cref="ServiceError">There is none.</exception>
    public static Ec2Volume Require(OperationCall call, string id) => Now(call.State, InstanceKinds.Volume.Require(call, id))!;

    public static JsonObject Write(Ec2Volume volume) => new()
    {
        ["VolumeId"] = volume.Id,
        ["Size"] = volume.SizeInGiB,
        ["SnapshotId"] = volume.SnapshotId ?? string.Empty,
        ["AvailabilityZone"] = volume.Zone,
        ["State"] = volume.InstanceId is null ? "available" : "in-use",
        ["CreateTime"] = volume.Created,
        ["Attachments"] = volume.InstanceId is null ? new JsonArray() : new JsonArray(WriteAttachment(volume, "attached")),
        ["VolumeType"] = volume.Type,
        ["Iops"] = volume.Iops,
        ["Throughput"] = volume.Throughput,
        ["Encrypted"] = volume.Encrypted,
        ["KmsKeyId"] = volume.KmsKeyArn,
        ["MultiAttachEnabled"] = volume.MultiAttach,
        ["Tags"] = IamTags.Write(volume.Tags),
    };

    public static JsonObject WriteAttachment(Ec2Volume volume, string status) => new()
    {
        ["VolumeId"] = volume.Id,
        ["InstanceId"] = volume.InstanceId,
        ["Device"] = volume.Device,
        ["State"] = status,
        ["AttachTime"] = volume.Attached,
        ["DeleteOnTermination"] = volume.DeleteOnTermination,
    };

    /// <summary>What the end of its instance has made of a volume; null where nothing is left of it.</summary>
    public static Ec2Volume? Now(SandboxState state, Ec2Volume volume)
    {
        bool isFreed = volume.InstanceId is { } id && InstanceState.Of(state).Instances.TryGet(id, out Ec2Instance? instance)
            && InstanceLifecycle.StateOf(state, instance) == InstanceLifecycle.Terminated;
        return !isFreed ? volume
            : volume.DeleteOnTermination ? null
            : volume with { InstanceId = null, Device = null, Attached = null, DeleteOnTermination = false };
    }
}
