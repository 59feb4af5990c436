using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The volumes of a Region.</summary>
internal sealed class DescribeVolumes() : DescribeOperation<Ec2Volume>(InstanceKinds.Volume, "VolumeIds", "Volumes", "VolumeId", """
    attachment.attach-time Attachments.AttachTime
    attachment.delete-on-termination Attachments.DeleteOnTermination
    attachment.device Attachments.Device
    attachment.instance-id Attachments.InstanceId
    attachment.status Attachments.State
    availability-zone AvailabilityZone
    availability-zone-id AvailabilityZoneId
    create-time CreateTime
    encrypted Encrypted
    fast-restored
    multi-attach-enabled MultiAttachEnabled
    size Size
    snapshot-id SnapshotId
    status State
    volume-id VolumeId
    volume-type VolumeType
    """)
{
    protected override IEnumerable<Ec2Volume> Wanted(OperationCall call) => call.Texts("VolumeIds").Count > 0 && call.Number("MaxResults") is not null
        ? throw new ServiceError("InvalidParameterCombination", "The parameter volumeSet cannot be used with the parameter maxResults")
        : base.Wanted(call);

    protected override JsonObject Write(OperationCall call, Ec2Volume resource) => Volumes.Write(Volumes.Now(call.State, resource)!);
}
