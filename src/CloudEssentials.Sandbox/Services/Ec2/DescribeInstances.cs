using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The instances of a Region, by reservation.</summary>
internal sealed class DescribeInstances : SandboxOperation
{
    private const int LargestPage = 1000;

    private static readonly Filters<JsonObject> Filtering = AnswerFilters.Parse("""
        affinity Placement.Affinity
        architecture Architecture
        availability-zone Placement.AvailabilityZone
        availability-zone-id Placement.AvailabilityZoneId
        block-device-mapping.attach-time BlockDeviceMappings.Ebs.AttachTime
        block-device-mapping.delete-on-termination BlockDeviceMappings.Ebs.DeleteOnTermination
        block-device-mapping.device-name BlockDeviceMappings.DeviceName
        block-device-mapping.status BlockDeviceMappings.Ebs.Status
        block-device-mapping.volume-id BlockDeviceMappings.Ebs.VolumeId
        boot-mode BootMode
        capacity-reservation-id
        capacity-reservation-specification.capacity-reservation-preference CapacityReservationSpecification.CapacityReservationPreference
        client-token ClientToken
        current-instance-boot-mode CurrentInstanceBootMode
        dns-name PublicDnsName
        ebs-optimized EbsOptimized
        ena-support EnaSupport
        enclave-options.enabled EnclaveOptions.Enabled
        hibernation-options.configured HibernationOptions.Configured
        host-id
        hypervisor Hypervisor
        iam-instance-profile.arn IamInstanceProfile.Arn
        iam-instance-profile.id IamInstanceProfile.Id
        image-id ImageId
        instance-id InstanceId
        instance-lifecycle
        instance-state-code State.Code
        instance-state-name State.Name
        instance-type InstanceType
        instance.group-id SecurityGroups.GroupId
        instance.group-name SecurityGroups.GroupName
        ip-address PublicIpAddress
        ipv6-address
        kernel-id
        key-name KeyName
        launch-index AmiLaunchIndex
        launch-time LaunchTime
        maintenance-options.auto-recovery MaintenanceOptions.AutoRecovery
        metadata-options.http-endpoint MetadataOptions.HttpEndpoint
        metadata-options.http-protocol-ipv6 MetadataOptions.HttpProtocolIpv6
        metadata-options.http-put-response-hop-limit MetadataOptions.HttpPutResponseHopLimit
        metadata-options.http-tokens MetadataOptions.HttpTokens
        metadata-options.instance-metadata-tags MetadataOptions.InstanceMetadataTags
        monitoring-state Monitoring.State
        network-interface.addresses.association.ip-owner-id NetworkInterfaces.PrivateIpAddresses.Association.IpOwnerId
        network-interface.addresses.association.public-ip NetworkInterfaces.PrivateIpAddresses.Association.PublicIp
        network-interface.addresses.primary NetworkInterfaces.PrivateIpAddresses.Primary
        network-interface.addresses.private-ip-address NetworkInterfaces.PrivateIpAddresses.PrivateIpAddress
        network-interface.association.ip-owner-id NetworkInterfaces.Association.IpOwnerId
        network-interface.association.public-ip NetworkInterfaces.Association.PublicIp
        network-interface.attachment.attach-time NetworkInterfaces.Attachment.AttachTime
        network-interface.attachment.attachment-id NetworkInterfaces.Attachment.AttachmentId
        network-interface.attachment.delete-on-termination NetworkInterfaces.Attachment.DeleteOnTermination
        network-interface.attachment.device-index NetworkInterfaces.Attachment.DeviceIndex
        network-interface.attachment.instance-id InstanceId
        network-interface.attachment.status NetworkInterfaces.Attachment.Status
        network-interface.availability-zone Placement.AvailabilityZone
        network-interface.description NetworkInterfaces.Description
        network-interface.group-id NetworkInterfaces.Groups.GroupId
        network-interface.group-name NetworkInterfaces.Groups.GroupName
        network-interface.mac-address NetworkInterfaces.MacAddress
        network-interface.network-interface-id NetworkInterfaces.NetworkInterfaceId
        network-interface.owner-id NetworkInterfaces.OwnerId
        network-interface.private-dns-name NetworkInterfaces.PrivateDnsName
        network-interface.private-ip-address NetworkInterfaces.PrivateIpAddress
        network-interface.source-dest-check NetworkInterfaces.SourceDestCheck
        network-interface.status NetworkInterfaces.Status
        network-interface.subnet-id NetworkInterfaces.SubnetId
        network-interface.vpc-id NetworkInterfaces.VpcId
        outpost-arn
        placement-group-name Placement.GroupName
        placement-partition-number
        platform
        platform-details PlatformDetails
        private-dns-name PrivateDnsName
        private-dns-name-options.enable-resource-name-dns-a-record PrivateDnsNameOptions.EnableResourceNameDnsARecord
        private-dns-name-options.enable-resource-name-dns-aaaa-record PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord
        private-dns-name-options.hostname-type PrivateDnsNameOptions.HostnameType
        private-ip-address PrivateIpAddress
        product-code
        product-code.type
        ramdisk-id
        reason StateTransitionReason
        root-device-name RootDeviceName
        root-device-type RootDeviceType
        source-dest-check SourceDestCheck
        spot-instance-request-id
        state-reason-code StateReason.Code
        state-reason-message StateReason.Message
        subnet-id SubnetId
        tenancy Placement.Tenancy
        usage-operation UsageOperation
        usage-operation-update-time UsageOperationUpdateTime
        virtualization-type VirtualizationType
        vpc-id VpcId
        """);

    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> ids = call.Texts("InstanceIds");
        if (ids.Count > 0 && call.Number("MaxResults") is not null)
        {
            throw new ServiceError("InvalidParameterCombination", "The parameter instancesSet cannot be used with the parameter maxResults");
        }

        Dictionary<string, Ec2Instance> here = Instances.RequireSeen(call, ids).ToDictionary(instance => instance.Id, StringComparer.Ordinal);
        IEnumerable<(Ec2Instance, JsonObject)> wanted = Filtering.Apply(call, here.Values.Select(instance => InstanceAnswer.Write(call.State, instance)))
            .Select(answer => (here[answer["InstanceId"]!.GetValue<string>()], answer));
        return Pages.Cut(call, "Reservations", InstanceAnswer.Reservations(call, wanted), reservation => reservation["ReservationId"]!.GetValue<string>(), LargestPage);
    }
}
