using Amazon.EC2;
using Amazon.EC2.Model;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Clients;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>The instances of the sandbox beside those of an emulator that others wrote, as <see cref="EmulatorComparisonTests"/> compares the rest.</summary>
public sealed class InstanceComparisonTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Absent = "i-0123456789abcdef0";

    private static readonly KnownDifference[] Known =
    [
        new("DescribeLaunchTemplateVersions", @"\.TagSpecifications", "The emulator puts the template's own tags into its data."),
        new("DeleteLaunchTemplate", ".", "API_DeleteLaunchTemplate answers the whole template; the emulator a part of it."),
        new("RunInstances without such a key", ".", "Error codes: InvalidKeyPair.NotFound; the emulator launches with a key that there is not."),
        new("", @"\.(BlockDeviceMappings\[0\]\.DeviceName|RootDeviceName|Platform\.Value|SriovNetSupport)$", "The images differ: the emulator's is of Windows."),
        new("", @"\.(BootMode|CurrentInstanceBootMode|CapacityReservationSpecification\.CapacityReservationPreference)\.Value$", "API_Instance: the emulator leaves it out."),
        new("", @"\.(CpuOptions|EnclaveOptions|HibernationOptions|MaintenanceOptions|PrivateDnsNameOptions)\.", "API_Instance: the emulator leaves it out."),
        new("", @"\.(EnaSupport|PlatformDetails|UsageOperation|UsageOperationUpdateTime|AvailabilityZoneId)$", "API_Instance: the emulator leaves it out."),
        new("", @"MetadataOptions\.HttpPutResponseHopLimit$", "Amazon Linux 2023 images ask for a hop limit of 2: Instance metadata in the AL2023 User Guide."),
        new("RunInstances", @"\.(Association|PublicDnsName|PublicIpAddress)", "A public address is not there yet when the launch is answered: RunInstances in the CLI reference."),
        new("", @"\.Association\.IpOwnerId$", "API_InstanceNetworkInterfaceAssociation: an address that is not elastic is Amazon's."),
        new("", @"\.(PublicIp|PublicIpAddress|PublicDnsName|PrivateIpAddress|PrivateDnsName|MacAddress)$", "Addresses are each account's own; the emulator takes them from outside the subnet, and private ones for public in names."),
        new("", @"\.NetworkInterfaces\[0\]\.(Attachment\.DeleteOnTermination|Description)$", "API_RunInstances: what a launch makes is deleted with the instance and has no description."),
        new("", @"\.Instances\[0\]\.SecurityGroups\[0\]\.", "API_Instance: the groups of the primary interface; the emulator leaves out the default one."),
        new("", @"\.StateReason\.", "A launch is answered with the reason pending, and what runs has none; the emulator's are empty."),
        new("DescribeInstanceStatus", @"\.AttachedEbsStatus\.", "API_InstanceStatus: the emulator does not have it yet."),
        new("", @"\.(MultiAttachEnabled|SnapshotId|Throughput)$", "API_Volume: the emulator leaves it out."),
        new("CreateVolume", @"\.State\.Value$", "API_CreateVolume: a new volume is creating; the emulator's is available at once."),
        new("AttachVolume", @"\.DeleteOnTermination$", "API_VolumeAttachment: the emulator leaves it out."),
        new("DescribeVolumes", @"\.DeleteOnTermination$", "API_VolumeAttachment: the emulator leaves it out."),
        new("DetachVolume", ".", "The emulator breaks where the call names no instance, which API_DetachVolume does not ask for."),
        new("DeleteVolume", ".", "So its volume is still attached."),
        new("ModifyInstanceMetadataOptions", @"\.(HttpEndpoint|HttpProtocolIpv6|InstanceMetadataTags|State)\.Value$", "API_InstanceMetadataOptionsResponse answers all options, and pending; the emulator what was changed."),
        new("StartInstances ended", ".", "Error codes: IncorrectInstanceState; the emulator starts what is terminated."),
    ];

    [SkippableFact]
    public async Task The_answers_differ_only_where_it_is_known()
    {
        Skip.If(moto.Url is null, "moto_server is not on PATH.");
        using var account = new SandboxAccount(new SandboxOptions { Timings = SandboxTimings.None });
        await using SandboxEndpoint endpoint = SandboxEndpoint.Start(account);

        EmulatorAnswers.AssertDiffer(Known, await AskAsync(endpoint.Url.ToString()), await AskAsync(moto.Url!));
    }

    private static async Task<EmulatorAnswers> AskAsync(string url)
    {
        using var ec2 = new AmazonEC2Client(EmulatorAnswers.Keys, EmulatorAnswers.Config<AmazonEC2Config>(url));
        var answers = new EmulatorAnswers();
        string image = (await ec2.DescribeImagesAsync(new DescribeImagesRequest { Owners = ["amazon"], Filters = [new("architecture", ["x86_64"]), new("root-device-type", ["ebs"])] })).Images[0].ImageId;
        await AskOfTemplatesAsync(answers, ec2, image);
        string instance = await AskOfLaunchesAsync(answers, ec2, image);
        await AskOfVolumesAsync(answers, ec2, instance);
        await AskOfLivesAsync(answers, ec2, instance);
        return answers;
    }

    private static async Task AskOfTemplatesAsync(EmulatorAnswers answers, AmazonEC2Client ec2, string image)
    {
        await answers.Ask("CreateLaunchTemplate", () => ec2.CreateLaunchTemplateAsync(new CreateLaunchTemplateRequest
        {
            LaunchTemplateName = "web",
            LaunchTemplateData = new() { ImageId = image, InstanceType = "t3.micro", UserData = Ec2InstanceTests.Encode("#!/bin/bash\n") },
            TagSpecifications = Ec2Sandbox.Tagged("launch-template", "Name", "web"),
        }));
        await answers.Ask("CreateLaunchTemplate again", () => ec2.CreateLaunchTemplateAsync(new CreateLaunchTemplateRequest { LaunchTemplateName = "web", LaunchTemplateData = new() { ImageId = image } }));
        await answers.Ask("CreateLaunchTemplateVersion", () => ec2.CreateLaunchTemplateVersionAsync(new CreateLaunchTemplateVersionRequest { LaunchTemplateName = "web", VersionDescription = "larger", LaunchTemplateData = new() { InstanceType = "t3.small" } }));
        await answers.Ask("DescribeLaunchTemplates", () => ec2.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { LaunchTemplateNames = ["web"] }));
        await answers.Ask("DescribeLaunchTemplates unknown", () => ec2.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { LaunchTemplateNames = ["none"] }));
        await answers.Ask("DescribeLaunchTemplateVersions", () => ec2.DescribeLaunchTemplateVersionsAsync(new DescribeLaunchTemplateVersionsRequest { LaunchTemplateName = "web", Versions = ["1"] }));
        await answers.Ask("ModifyLaunchTemplate", () => ec2.ModifyLaunchTemplateAsync(new ModifyLaunchTemplateRequest { LaunchTemplateName = "web", DefaultVersion = "2" }));
        await answers.Ask("DeleteLaunchTemplate", () => ec2.DeleteLaunchTemplateAsync(new DeleteLaunchTemplateRequest { LaunchTemplateName = "web" }));
    }

    private static async Task<string> AskOfLaunchesAsync(EmulatorAnswers answers, AmazonEC2Client ec2, string image)
    {
        var request = new RunInstancesRequest
        {
            ImageId = image,
            InstanceType = "t3.micro",
            MinCount = 1,
            MaxCount = 1,
            UserData = Ec2InstanceTests.Encode("#!/bin/bash\n"),
            MetadataOptions = new() { HttpTokens = "required" },
            TagSpecifications = Ec2Sandbox.Tagged("instance", "Name", "web"),
        };
        string instance = (await answers.Ask("RunInstances", () => ec2.RunInstancesAsync(request)))!.Reservation.Instances[0].InstanceId;
        await answers.Ask("RunInstances nowhere", () => ec2.RunInstancesAsync(new RunInstancesRequest { ImageId = image, InstanceType = "t3.micro", MinCount = 1, MaxCount = 1, SubnetId = "subnet-0123456789abcdef0" }));
        await answers.Ask("RunInstances without such a group", () => ec2.RunInstancesAsync(new RunInstancesRequest { ImageId = image, InstanceType = "t3.micro", MinCount = 1, MaxCount = 1, SecurityGroupIds = ["sg-0123456789abcdef0"] }));
        await answers.Ask("RunInstances without such a key", () => ec2.RunInstancesAsync(new RunInstancesRequest { ImageId = image, InstanceType = "t3.micro", MinCount = 1, MaxCount = 1, KeyName = "nobody" }));
        await answers.Ask("DescribeInstances", () => ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [instance] }));
        await answers.Ask("DescribeInstances filtered", () => ec2.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new("tag:Name", ["other"])] }));
        await answers.Ask("DescribeInstances unknown", () => ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [Absent] }));
        await answers.Ask("DescribeInstanceStatus", () => ec2.DescribeInstanceStatusAsync(new DescribeInstanceStatusRequest { InstanceIds = [instance] }));
        foreach (string attribute in (string[])["instanceType", "userData", "disableApiTermination", "instanceInitiatedShutdownBehavior", "sourceDestCheck", "ebsOptimized", "disableApiStop"])
        {
            await answers.Ask($"DescribeInstanceAttribute {attribute}", () => ec2.DescribeInstanceAttributeAsync(new DescribeInstanceAttributeRequest { InstanceId = instance, Attribute = attribute }));
        }

        return instance;
    }

    private static async Task AskOfVolumesAsync(EmulatorAnswers answers, AmazonEC2Client ec2, string instance)
    {
        string zone = (await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [instance] })).Reservations[0].Instances[0].Placement.AvailabilityZone;
        string volume = (await answers.Ask("CreateVolume", () => ec2.CreateVolumeAsync(new CreateVolumeRequest { AvailabilityZone = zone, Size = 10, VolumeType = "gp3", Encrypted = true })))!.Volume.VolumeId;
        await answers.Ask("AttachVolume", () => ec2.AttachVolumeAsync(new AttachVolumeRequest { VolumeId = volume, InstanceId = instance, Device = "/dev/sdf" }));
        await answers.Ask("DeleteVolume in use", () => ec2.DeleteVolumeAsync(new DeleteVolumeRequest(volume)));
        await answers.Ask("DescribeVolumes", () => ec2.DescribeVolumesAsync(new DescribeVolumesRequest { VolumeIds = [volume] }));
        await answers.Ask("DetachVolume", () => ec2.DetachVolumeAsync(new DetachVolumeRequest { VolumeId = volume }));
        await answers.Ask("DeleteVolume", () => ec2.DeleteVolumeAsync(new DeleteVolumeRequest(volume)));
        await answers.Ask("DeleteVolume again", () => ec2.DeleteVolumeAsync(new DeleteVolumeRequest(volume)));
    }

    private static async Task AskOfLivesAsync(EmulatorAnswers answers, AmazonEC2Client ec2, string instance)
    {
        await answers.Ask("StopInstances", () => ec2.StopInstancesAsync(new StopInstancesRequest([instance])));
        await answers.Ask("ModifyInstanceAttribute", () => ec2.ModifyInstanceAttributeAsync(new ModifyInstanceAttributeRequest { InstanceId = instance, InstanceType = "t3.small" }));
        await answers.Ask("ModifyInstanceMetadataOptions", () => ec2.ModifyInstanceMetadataOptionsAsync(new ModifyInstanceMetadataOptionsRequest { InstanceId = instance, HttpTokens = "optional" }));
        await answers.Ask("StartInstances", () => ec2.StartInstancesAsync(new StartInstancesRequest([instance])));
        await answers.Ask("RebootInstances", () => ec2.RebootInstancesAsync(new RebootInstancesRequest([instance])));
        await answers.Ask("ModifyInstanceAttribute protect", () => ec2.ModifyInstanceAttributeAsync(new ModifyInstanceAttributeRequest { InstanceId = instance, DisableApiTermination = true }));
        await answers.Ask("TerminateInstances protected", () => ec2.TerminateInstancesAsync(new TerminateInstancesRequest([instance])));
        await answers.Ask("ModifyInstanceAttribute unprotect", () => ec2.ModifyInstanceAttributeAsync(new ModifyInstanceAttributeRequest { InstanceId = instance, DisableApiTermination = false }));
        await answers.Ask("TerminateInstances", () => ec2.TerminateInstancesAsync(new TerminateInstancesRequest([instance])));
        await answers.Ask("StopInstances unknown", () => ec2.StopInstancesAsync(new StopInstancesRequest([Absent])));
        await answers.Ask("StartInstances ended", () => ec2.StartInstancesAsync(new StartInstancesRequest([instance])));
    }
}
