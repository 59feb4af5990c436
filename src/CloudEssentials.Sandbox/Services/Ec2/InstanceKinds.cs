using System.Globalization;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The kinds of resource around instances.</summary>
internal static class InstanceKinds
{
    public static Ec2KindOf<Ec2Instance> Instance { get; } = new("instance", "i-", state => InstanceState.Of(state).Instances)
    {
        NotFoundCode = "InvalidInstanceID.NotFound",
        MalformedCode = "InvalidInstanceID.Malformed",
        NotFoundMessage = id => $"The instance ID '{id}' does not exist",
        IsThere = InstanceLifecycle.IsThere,
        Context = (_, instance) => Known(
            ("ec2:InstanceID", instance.Id),
            ("ec2:InstanceType", instance.Type),
            ("ec2:AvailabilityZone", instance.Zone),
            ("ec2:Tenancy", instance.Tenancy),
            ("ec2:RootDeviceType", "ebs"),
            ("ec2:EbsOptimized", Flag(instance.EbsOptimized)),
            ("ec2:InstanceProfile", instance.ProfileArn),
            ("ec2:MetadataHttpEndpoint", instance.Metadata.HttpEndpoint),
            ("ec2:MetadataHttpTokens", instance.Metadata.HttpTokens),
            ("ec2:MetadataHttpPutResponseHopLimit", Number(instance.Metadata.HopLimit))),
    };

    public static Ec2KindOf<Ec2Volume> Volume { get; } = new("volume", "vol-", state => InstanceState.Of(state).Volumes)
    {
        NotFoundCode = "InvalidVolume.NotFound",
        MalformedCode = "InvalidVolumeID.Malformed",
        NotFoundMessage = id => $"The volume '{id}' does not exist.",
        IsThere = (state, volume) => Volumes.Now(state, volume) is not null,
        Context = (_, volume) => VolumeContext(volume).Append(("ec2:VolumeID", volume.Id)),
    };

    public static Ec2KindOf<Ec2LaunchTemplate> LaunchTemplate { get; } = new("launch-template", "lt-", state => InstanceState.Of(state).LaunchTemplates)
    {
        NotFoundCode = "InvalidLaunchTemplateId.NotFound",
        MalformedCode = "InvalidLaunchTemplateId.Malformed",
        NotFoundMessage = id => $"The specified launch template, with template ID {id}, does not exist.",
    };

    public static ImageKind Image { get; } = new()
    {
        NotFoundCode = "InvalidAMIID.NotFound",
        MalformedCode = "InvalidAMIID.Malformed",
        NotFoundMessage = id => $"The image id '[{id}]' does not exist",
        IsOwned = false,
    };

    public static IReadOnlyList<Ec2Kind> All { get; } = [Instance, Volume, LaunchTemplate, Image];

    /// <summary>What policies may ask of a volume, also of one that is yet to be made.</summary>
    public static IEnumerable<(string Key, string Value)> VolumeContext(Ec2Volume volume) => Known(
        ("ec2:AvailabilityZone", volume.Zone),
        ("ec2:Encrypted", Flag(volume.Encrypted)),
        ("ec2:KmsKeyId", volume.KmsKeyArn),
        ("ec2:VolumeType", volume.Type),
        ("ec2:VolumeSize", Number(volume.SizeInGiB)),
        ("ec2:VolumeIops", Number(volume.Iops)),
        ("ec2:VolumeThroughput", Number(volume.Throughput)));

    /// <summary>Those that have a value.</summary>
    public static IEnumerable<(string Key, string Value)> Known(params (string Key, string? Value)[] pairs) =>
        pairs.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!));

    public static string Flag(bool value) => value ? "true" : "false";

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
