using System.Globalization;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The images of a Region. The account has none of its own: there are those of Amazon Linux 2023.</summary>
internal sealed class DescribeImages : SandboxOperation
{
    private static readonly Filters<JsonObject> Filtering = AnswerFilters.Parse("""
        architecture Architecture
        block-device-mapping.delete-on-termination BlockDeviceMappings.Ebs.DeleteOnTermination
        block-device-mapping.device-name BlockDeviceMappings.DeviceName
        block-device-mapping.encrypted BlockDeviceMappings.Ebs.Encrypted
        block-device-mapping.snapshot-id BlockDeviceMappings.Ebs.SnapshotId
        block-device-mapping.volume-size BlockDeviceMappings.Ebs.VolumeSize
        block-device-mapping.volume-type BlockDeviceMappings.Ebs.VolumeType
        creation-date CreationDate
        description Description
        ena-support EnaSupport
        free-tier-eligible FreeTierEligible
        hypervisor Hypervisor
        image-allowed ImageAllowed
        image-id ImageId
        image-type ImageType
        is-public Public
        kernel-id
        manifest-location ImageLocation
        name Name
        owner-alias ImageOwnerAlias
        owner-id OwnerId
        platform
        product-code
        product-code.type
        ramdisk-id
        root-device-name RootDeviceName
        root-device-type RootDeviceType
        source-image-id
        source-image-region
        source-instance-id
        sriov-net-support SriovNetSupport
        state State
        state-reason-code
        state-reason-message
        virtualization-type VirtualizationType
        """);

    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> ids = call.Texts("ImageIds");
        InstanceKinds.Image.RequireForm(ids);
        List<AmazonLinuxImage> here = [.. AmazonLinuxImage.In(call.Region)];
        List<string> unknown = [.. ids.Except(here.Select(image => image.Id))];
        if (unknown.Count > 0)
        {
            throw new ServiceError("InvalidAMIID.NotFound", $"The image id{(unknown.Count > 1 ? "s" : string.Empty)} '[{string.Join(", ", unknown)}]' do{(unknown.Count > 1 ? string.Empty : "es")} not exist");
        }

        IEnumerable<AmazonLinuxImage> wanted = here
            .Where(image => ids.Count == 0 || ids.Contains(image.Id))
            .Where(_ => IsOwned(call.Texts("Owners")) && IsExecutable(call.Texts("ExecutableUsers")));
        return Pages.Cut(call, "Images", Filtering.Apply(call, wanted.Select(Write)), image => image["ImageId"]!.GetValue<string>());
    }

    private static bool IsOwned(IReadOnlyList<string> owners) => owners.Count == 0 || owners.Contains("amazon") || owners.Contains(AmazonLinuxImage.OwnerId);

    private static bool IsExecutable(IReadOnlyList<string> users) => users.Count == 0 || users.Contains("all");

    private static JsonObject Write(AmazonLinuxImage image) => new()
    {
        ["ImageId"] = image.Id,
        ["ImageLocation"] = $"amazon/{image.Name}",
        ["State"] = "available",
        ["OwnerId"] = AmazonLinuxImage.OwnerId,
        ["ImageOwnerAlias"] = "amazon",
        ["CreationDate"] = Time(image.Created),
        ["DeprecationTime"] = Time(image.Created.AddDays(90)),
        ["Public"] = true,
        ["Architecture"] = image.Architecture,
        ["ImageType"] = "machine",
        ["Name"] = image.Name,
        ["Description"] = image.Description,
        ["RootDeviceType"] = "ebs",
        ["RootDeviceName"] = BlockDevices.RootDevice,
        ["BlockDeviceMappings"] = new JsonArray(new JsonObject
        {
            ["DeviceName"] = BlockDevices.RootDevice,
            ["Ebs"] = new JsonObject
            {
                ["DeleteOnTermination"] = true,
                ["Encrypted"] = false,
                ["Iops"] = 3000,
                ["SnapshotId"] = image.SnapshotId,
                ["Throughput"] = 125,
                ["VolumeSize"] = image.SizeInGiB,
                ["VolumeType"] = "gp3",
            },
        }),
        ["VirtualizationType"] = "hvm",
        ["Hypervisor"] = "xen",
        ["EnaSupport"] = true,
        ["SriovNetSupport"] = "simple",
        ["BootMode"] = image.Architecture == "arm64" ? "uefi" : "uefi-preferred",
        ["ImdsSupport"] = "v2.0",
        ["PlatformDetails"] = "Linux/UNIX",
        ["UsageOperation"] = "RunInstances",
        ["FreeTierEligible"] = true,
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
