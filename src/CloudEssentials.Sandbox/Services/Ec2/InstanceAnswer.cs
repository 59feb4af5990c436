using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Instances as EC2 describes them.</summary>
internal static class InstanceAnswer
{
    public static JsonObject Write(SandboxState state, Ec2Instance instance)
    {
        string name = InstanceLifecycle.StateOf(state, instance);
        InstanceTypeFacts? type = InstanceTypes.Find(instance.Type);
        List<Ec2NetworkInterface> interfaces = [.. InstanceLifecycle.InterfacesOf(state, instance)];
        Ec2NetworkInterface? primary = interfaces.FirstOrDefault();
        return new JsonObject
        {
            ["InstanceId"] = instance.Id,
            ["ImageId"] = instance.ImageId,
            ["State"] = InstanceLifecycle.WriteState(name),
            ["PrivateDnsName"] = primary is null ? string.Empty : NetworkInterfaces.PrivateDnsName(instance.Region, primary.PrivateIp),
            ["PublicDnsName"] = primary is null ? string.Empty : PublicName(state, primary),
            ["StateTransitionReason"] = InstanceLifecycle.TransitionReason(instance),
            ["StateReason"] = InstanceLifecycle.WriteReason(instance),
            ["KeyName"] = instance.KeyName,
            ["AmiLaunchIndex"] = instance.LaunchIndex,
            ["ProductCodes"] = new JsonArray(),
            ["InstanceType"] = instance.Type,
            ["LaunchTime"] = instance.Started,
            ["Placement"] = new JsonObject
            {
                ["AvailabilityZone"] = instance.Zone,
                ["AvailabilityZoneId"] = Zones.Find(instance.Zone)?.SampleId,
                ["GroupName"] = string.Empty,
                ["Tenancy"] = instance.Tenancy,
            },
            ["Monitoring"] = new JsonObject { ["State"] = instance.Monitoring ? "enabled" : "disabled" },
            ["SubnetId"] = primary?.SubnetId,
            ["VpcId"] = primary?.VpcId,
            ["PrivateIpAddress"] = primary?.PrivateIp,
            ["PublicIpAddress"] = primary?.PublicIp,
            ["Architecture"] = instance.Architecture,
            ["BlockDeviceMappings"] = new JsonArray([.. VolumesOf(state, instance).Select(Write)]),
            ["ClientToken"] = instance.ClientToken ?? string.Empty,
            ["EbsOptimized"] = instance.EbsOptimized,
            ["EnaSupport"] = true,
            ["Hypervisor"] = "xen",
            ["IamInstanceProfile"] = InstanceProfiles.Write(instance),
            ["NetworkInterfaces"] = new JsonArray([.. interfaces.Select(attached => Write(state, attached))]),
            ["RootDeviceName"] = BlockDevices.RootDevice,
            ["RootDeviceType"] = "ebs",
            ["SecurityGroups"] = primary is null ? new JsonArray() : Groups(state, primary),
            ["SourceDestCheck"] = primary?.SourceDestCheck,
            ["Tags"] = IamTags.Write(instance.Tags),
            ["VirtualizationType"] = "hvm",
            ["CpuOptions"] = type is null ? null : new JsonObject { ["CoreCount"] = type.Vcpus / type.ThreadsPerCore, ["ThreadsPerCore"] = type.ThreadsPerCore },
            ["CapacityReservationSpecification"] = new JsonObject { ["CapacityReservationPreference"] = "open" },
            ["HibernationOptions"] = new JsonObject { ["Configured"] = false },
            ["MetadataOptions"] = Write(instance.Metadata, "applied"),
            ["EnclaveOptions"] = new JsonObject { ["Enabled"] = false },
            ["BootMode"] = instance.Architecture == "arm64" ? "uefi" : "uefi-preferred",
            ["CurrentInstanceBootMode"] = instance.Architecture == "arm64" || type?.IsNitro == true ? "uefi" : "legacy-bios",
            ["PlatformDetails"] = "Linux/UNIX",
            ["UsageOperation"] = "RunInstances",
            ["UsageOperationUpdateTime"] = instance.Created,
            ["PrivateDnsNameOptions"] = new JsonObject
            {
                ["HostnameType"] = "ip-name",
                ["EnableResourceNameDnsARecord"] = false,
                ["EnableResourceNameDnsAAAARecord"] = false,
            },
            ["MaintenanceOptions"] = new JsonObject { ["AutoRecovery"] = "default" },
        };
    }

    /// <summary>An instance as the call answers that launches it: pending, however little that lasts, and without the public address that it is yet to get.</summary>
    public static JsonObject WriteNew(SandboxState state, Ec2Instance instance)
    {
        JsonObject answer = Write(state, instance);
        answer["State"] = InstanceLifecycle.WriteState(InstanceLifecycle.Pending);
        answer["StateReason"] = new JsonObject { ["Code"] = InstanceLifecycle.Pending, ["Message"] = InstanceLifecycle.Pending };
        answer["PublicDnsName"] = string.Empty;
        answer.Remove("PublicIpAddress");
        foreach (JsonNode? attached in answer["NetworkInterfaces"]!.AsArray())
        {
            attached!.AsObject().Remove("Association");
            attached["PrivateIpAddresses"]![0]!.AsObject().Remove("Association");
        }

        return answer;
    }

    public static JsonObject Write(Ec2MetadataOptions options, string state) => new()
    {
        ["State"] = state,
        ["HttpTokens"] = options.HttpTokens,
        ["HttpPutResponseHopLimit"] = options.HopLimit,
        ["HttpEndpoint"] = options.HttpEndpoint,
        ["HttpProtocolIpv6"] = options.HttpProtocolIpv6,
        ["InstanceMetadataTags"] = options.InstanceMetadataTags,
    };

    /// <summary>The reservations of instances, in the order of their ids.</summary>
    public static IEnumerable<JsonObject> Reservations(OperationCall call, IEnumerable<(Ec2Instance Instance, JsonObject Answer)> instances) => instances
        .GroupBy(pair => pair.Instance.ReservationId)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new JsonObject
        {
            ["ReservationId"] = group.Key,
            ["OwnerId"] = call.AccountId,
            ["RequesterId"] = group.First().Instance.RequesterId,
            ["Groups"] = new JsonArray(),
            ["Instances"] = new JsonArray([.. group.OrderBy(pair => pair.Instance.LaunchIndex).Select(pair => pair.Answer)]),
        });

    /// <summary>The volumes of an instance, by device.</summary>
    public static IEnumerable<Ec2Volume> VolumesOf(SandboxState state, Ec2Instance instance) => InstanceLifecycle.StateOf(state, instance) == InstanceLifecycle.Terminated
        ? []
        : InstanceState.Of(state).Volumes.Current.Values.Where(volume => volume.InstanceId == instance.Id).OrderBy(volume => volume.Device, StringComparer.Ordinal);

    public static JsonObject Write(Ec2Volume volume) => new()
    {
        ["DeviceName"] = volume.Device,
        ["Ebs"] = new JsonObject
        {
            ["AttachTime"] = volume.Attached,
            ["DeleteOnTermination"] = volume.DeleteOnTermination,
            ["Status"] = "attached",
            ["VolumeId"] = volume.Id,
        },
    };

    public static JsonArray Groups(SandboxState state, Ec2NetworkInterface attached) => new([.. attached.SecurityGroupIds.Select(id => NetworkInterfaces.Group(state, id))]);

    private static JsonObject Write(SandboxState state, Ec2NetworkInterface attached)
    {
        JsonObject? association = attached.PublicIp is null ? null : new JsonObject
        {
            ["IpOwnerId"] = "amazon",
            ["PublicDnsName"] = PublicName(state, attached),
            ["PublicIp"] = attached.PublicIp,
        };
        string privateName = NetworkInterfaces.PrivateDnsName(attached.Region, attached.PrivateIp);
        return new JsonObject
        {
            ["Association"] = association,
            ["Attachment"] = new JsonObject
            {
                ["AttachTime"] = attached.Created,
                ["AttachmentId"] = attached.AttachmentId,
                ["DeleteOnTermination"] = attached.DeleteOnTermination,
                ["DeviceIndex"] = attached.DeviceIndex,
                ["Status"] = "attached",
                ["NetworkCardIndex"] = 0,
            },
            ["Description"] = attached.Description,
            ["Groups"] = Groups(state, attached),
            ["Ipv6Addresses"] = new JsonArray(),
            ["MacAddress"] = NetworkInterfaces.MacAddress(attached),
            ["NetworkInterfaceId"] = attached.Id,
            ["OwnerId"] = state.Account.Value.AccountId,
            ["PrivateDnsName"] = privateName,
            ["PrivateIpAddress"] = attached.PrivateIp,
            ["PrivateIpAddresses"] = new JsonArray(new JsonObject
            {
                ["Association"] = association?.DeepClone(),
                ["Primary"] = true,
                ["PrivateDnsName"] = privateName,
                ["PrivateIpAddress"] = attached.PrivateIp,
            }),
            ["SourceDestCheck"] = attached.SourceDestCheck,
            ["Status"] = "in-use",
            ["SubnetId"] = attached.SubnetId,
            ["VpcId"] = attached.VpcId,
            ["InterfaceType"] = attached.Kind,
        };
    }

    // "dns hostnames": an instance has a public name only where its VPC gives names out.
    private static string PublicName(SandboxState state, Ec2NetworkInterface attached) =>
        attached.PublicIp is { } address && NetworkState.Of(state).Vpcs.TryGet(attached.VpcId, out Ec2Vpc? vpc) && vpc is { DnsHostnames: true, DnsSupport: true }
            ? NetworkInterfaces.PublicDnsName(attached.Region, address)
            : string.Empty;
}
