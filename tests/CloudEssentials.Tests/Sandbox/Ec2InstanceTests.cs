using System.Text;
using Amazon.EC2.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Sandbox.Faults;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>Launches, and what they are refused for.</summary>
public sealed class Ec2InstanceTests : IDisposable
{
    private const string X86 = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";
    private const string Arm = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";

    private readonly Ec2Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task An_instance_is_launched_into_a_default_subnet_with_addresses_and_names_of_AWS()
    {
        Instance launched = await Launched(One());
        Assert.Matches("^i-[0-9a-f]{17}$", launched.InstanceId);
        Assert.Equal(("pending", 0, "pending"), (launched.State.Name.Value, launched.State.Code, launched.StateReason.Code));
        Assert.Equal((null, ""), (launched.PublicIpAddress, launched.PublicDnsName));

        Instance instance = await sandbox.Described(launched.InstanceId);

        Assert.Equal("us-east-1a", instance.Placement.AvailabilityZone);
        Assert.Equal($"ec2-{instance.PublicIpAddress.Replace('.', '-')}.compute-1.amazonaws.com", instance.PublicDnsName);
        Assert.Equal($"ip-{instance.PrivateIpAddress.Replace('.', '-')}.ec2.internal", instance.PrivateDnsName);
        Assert.StartsWith("172.31.", instance.PrivateIpAddress, StringComparison.Ordinal);
        Assert.Equal(("x86_64", "xen", "hvm"), (instance.Architecture.Value, instance.Hypervisor.Value, instance.VirtualizationType.Value));
        Assert.Equal("default", Assert.Single(instance.SecurityGroups).GroupName);
        Assert.Equal(instance.SubnetId, Assert.Single(instance.NetworkInterfaces).SubnetId);
        Assert.Equal(("required", 2), (instance.MetadataOptions.HttpTokens.Value, instance.MetadataOptions.HttpPutResponseHopLimit));
        NetworkInterface attached = Assert.Single((await sandbox.Client.DescribeNetworkInterfacesAsync(new())).NetworkInterfaces);
        Assert.Equal((instance.InstanceId, instance.PrivateIpAddress), (attached.Attachment.InstanceId, attached.PrivateIpAddress));
    }

    [Fact]
    public async Task A_launch_is_what_it_was_asked_to_be()
    {
        await sandbox.Client.CreateKeyPairAsync(new CreateKeyPairRequest("ops"));
        RunInstancesRequest request = One();
        request.KeyName = "ops";
        request.UserData = Encode("#!/bin/bash\necho");
        request.MetadataOptions = new() { HttpTokens = "optional", HttpPutResponseHopLimit = 3, InstanceMetadataTags = "enabled" };
        request.BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { VolumeSize = 12, Encrypted = true, VolumeType = "gp3" } }, new() { DeviceName = "/dev/sdb", Ebs = new() { VolumeSize = 5, DeleteOnTermination = false } }];
        request.Monitoring = true;
        request.InstanceInitiatedShutdownBehavior = "terminate";
        request.TagSpecifications = [.. Ec2Sandbox.Tagged("instance", "Name", "web"), .. Ec2Sandbox.Tagged("volume", "Name", "disk"), .. Ec2Sandbox.Tagged("network-interface", "Name", "nic")];

        Instance instance = await Launched(request);

        Assert.Equal(("ops", "enabled"), (instance.KeyName, instance.Monitoring.State.Value));
        Assert.Equal(("optional", 3, "enabled"), (instance.MetadataOptions.HttpTokens.Value, instance.MetadataOptions.HttpPutResponseHopLimit, instance.MetadataOptions.InstanceMetadataTags.Value));
        Assert.Equal("web", Assert.Single(instance.Tags).Value);
        List<Volume> volumes = (await sandbox.Client.DescribeVolumesAsync(new DescribeVolumesRequest { Filters = [new("attachment.instance-id", [instance.InstanceId])] })).Volumes;
        Volume root = volumes.Single(volume => volume.Attachments[0].Device == "/dev/xvda");
        Volume data = volumes.Single(volume => volume != root);
        Assert.Equal((12, true, "gp3", 3000, 125, "in-use"), (root.Size, root.Encrypted, root.VolumeType.Value, root.Iops, root.Throughput, root.State.Value));
        Assert.Matches("^arn:aws:kms:us-east-1:123456789012:key/", root.KmsKeyId);
        Assert.Equal((5, "gp2", false), (data.Size, data.VolumeType.Value, data.Attachments[0].DeleteOnTermination));
        Assert.All(volumes, volume => Assert.Equal("disk", Assert.Single(volume.Tags).Value));
        Assert.Equal("nic", Assert.Single(Assert.Single((await sandbox.Client.DescribeNetworkInterfacesAsync(new())).NetworkInterfaces).TagSet).Value);
        Assert.Equal(request.UserData, (await sandbox.Attribute(instance.InstanceId, "userData")).UserData);
        Assert.Equal("terminate", (await sandbox.Attribute(instance.InstanceId, "instanceInitiatedShutdownBehavior")).InstanceInitiatedShutdownBehavior);
    }

    [Fact]
    public async Task In_a_subnet_of_ones_own_an_instance_has_a_public_address_only_if_the_subnet_maps_or_the_launch_asks()
    {
        string vpc = await sandbox.Vpc();
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24", "us-east-1b");
        Instance hidden = await Launched(One(subnet: subnet));
        RunInstancesRequest asking = One();
        asking.NetworkInterfaces = [new() { DeviceIndex = 0, SubnetId = subnet, AssociatePublicIpAddress = true, PrivateIpAddress = "10.1.1.77", Groups = [await sandbox.Group(vpc, "web")] }];
        Instance shown = await Launched(asking);

        Instance seen = await sandbox.Described(hidden.InstanceId);
        Assert.Equal((null, ""), (seen.PublicIpAddress, seen.PublicDnsName));
        Assert.StartsWith("10.1.1.", hidden.PrivateIpAddress, StringComparison.Ordinal);
        Assert.Equal(("10.1.1.77", "us-east-1b"), (shown.PrivateIpAddress, shown.Placement.AvailabilityZone));
        Assert.NotNull((await sandbox.Described(shown.InstanceId)).PublicIpAddress);
        Assert.Equal("web", Assert.Single(shown.SecurityGroups).GroupName);
        Assert.Equal(2, (await sandbox.Client.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new("vpc-id", [vpc])] })).Reservations.Count);
        await Ec2Sandbox.Refused("DependencyViolation", sandbox.Client.DeleteSubnetAsync(new DeleteSubnetRequest(subnet)));
    }

    [Fact]
    public async Task A_client_token_launches_once()
    {
        RunInstancesRequest request = One(count: 2);
        request.ClientToken = "generation-1";
        Reservation first = (await sandbox.Client.RunInstancesAsync(request)).Reservation;
        sandbox.Clock.Advance(TimeSpan.FromMinutes(5));
        Reservation again = (await sandbox.Client.RunInstancesAsync(request)).Reservation;

        Assert.Equal(first.ReservationId, again.ReservationId);
        Assert.Equal(first.Instances.Select(instance => instance.InstanceId), again.Instances.Select(instance => instance.InstanceId));
        Assert.Equal("running", again.Instances[0].State.Name);
        Assert.Equal("generation-1", again.Instances[0].ClientToken);
        request.InstanceType = "t3.small";
        await Ec2Sandbox.Refused("IdempotentParameterMismatch", sandbox.Client.RunInstancesAsync(request));
        request.InstanceType = "t3.micro";
        await sandbox.Client.TerminateInstancesAsync(new TerminateInstancesRequest([.. first.Instances.Select(instance => instance.InstanceId)]));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(5));
        await Ec2Sandbox.Refused("IdempotentInstanceTerminated", sandbox.Client.RunInstancesAsync(request));
        request.ClientToken = new string('x', 65);
        await Assert.ThrowsAnyAsync<AmazonServiceException>(() => sandbox.Client.RunInstancesAsync(request));
    }

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "ImageId=ami-0123456789abcdef0", "InvalidAMIID.NotFound", "The image id '[ami-0123456789abcdef0]' does not exist" },
        { "ImageId=linux", "InvalidAMIID.Malformed", "Invalid id: \"linux\" (expecting \"ami-...\")" },
        { "ImageId=resolve:ssm:/aws/service/ami-amazon-linux-latest/none", "InvalidParameterValue", "cannot be resolved" },
        { "InstanceType=t4g.micro", "InvalidParameterValue", "The architecture 'arm64' of the specified instance type does not match the architecture 'x86_64' of the specified AMI" },
        { "InstanceType=m1.small", "Unsupported", "The requested configuration is currently not supported" },
        { "InstanceType=t9.micro", "InvalidParameterValue", "t9.micro" },
        { "KeyName=nobody", "InvalidKeyPair.NotFound", "The key pair 'nobody' does not exist" },
        { "SecurityGroupId.1=sg-0123456789abcdef0", "InvalidGroup.NotFound", "The security group 'sg-0123456789abcdef0' does not exist" },
        { "SecurityGroupId.1=web", "InvalidGroupId.Malformed", "Invalid id: \"web\"" },
        { "SecurityGroup.1=web", "InvalidGroup.NotFound", "The security group 'web' does not exist in default VPC" },
        { "SubnetId=subnet-0123456789abcdef0", "InvalidSubnetID.NotFound", "The subnet ID 'subnet-0123456789abcdef0' does not exist" },
        { "UserData=no base64!", "InvalidUserData.Malformed", "Invalid BASE64 encoding of user data" },
        { "IamInstanceProfile.Name=nobody", "InvalidParameterValue", "Value (nobody) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name" },
        { "IamInstanceProfile.Arn=arn:aws:iam::123456789012:instance-profile/nobody", "InvalidParameterValue", "Invalid IAM Instance Profile ARN" },
        { "IamInstanceProfile.Arn=arn:aws:iam::123456789012:instance-profile/a;IamInstanceProfile.Name=a", "InvalidParameterCombination", "may not be used in combination" },
        { "Placement.AvailabilityZone=eu-west-1a", "InvalidParameterValue", "Invalid availability zone: [eu-west-1a]" },
        { "MinCount=2;MaxCount=1", "InvalidParameterValue", "must not be more than the maximum" },
        { "MaxCount=0", "InvalidParameterValue", "Value (0) for parameter maxCount is invalid" },
        { "MinCount=17;MaxCount=17", "VcpuLimitExceeded", "current vCPU limit of 32" },
        { "MetadataOptions.HttpPutResponseHopLimit=65", "InvalidParameterValue", "between 1 and 64" },
        { "BlockDeviceMapping.1.DeviceName=/dev/xvda;BlockDeviceMapping.1.Ebs.VolumeSize=4", "InvalidBlockDeviceMapping", "is smaller than snapshot" },
        { "BlockDeviceMapping.1.DeviceName=/dev/sdb;BlockDeviceMapping.1.Ebs.VolumeType=gp3", "MissingParameter", "size/snapshot" },
        { "BlockDeviceMapping.1.DeviceName=/dev/sdb;BlockDeviceMapping.1.Ebs.VolumeSize=20000;BlockDeviceMapping.1.Ebs.VolumeType=gp2", "InvalidParameterValue", "between 1 and 16384" },
        { "BlockDeviceMapping.1.DeviceName=/dev/xvda;BlockDeviceMapping.1.Ebs.Iops=100", "InvalidParameterValue", "iops" },
        { "BlockDeviceMapping.1.DeviceName=/dev/xvda;BlockDeviceMapping.1.Ebs.VolumeType=st1;BlockDeviceMapping.1.Ebs.VolumeSize=200;BlockDeviceMapping.1.Ebs.Iops=100", "InvalidParameterCombination", "iops" },
        { "TagSpecification.1.ResourceType=vpc;TagSpecification.1.Tag.1.Key=a;TagSpecification.1.Tag.1.Value=b", "InvalidParameterValue", "'vpc' is not a valid taggable resource type for this operation." },
        { "TagSpecification.1.ResourceType=instance;TagSpecification.1.Tag.1.Key=aws:a;TagSpecification.1.Tag.1.Value=b", "InvalidParameterValue", "reserved" },
        { "LaunchTemplate.LaunchTemplateName=nobody", "InvalidLaunchTemplateName.NotFoundException", "template name nobody" },
        { "LaunchTemplate.LaunchTemplateId=lt-0123456789abcdef0", "InvalidLaunchTemplateId.NotFound", "lt-0123456789abcdef0" },
        { "LaunchTemplate.LaunchTemplateId=template", "InvalidLaunchTemplateId.Malformed", "Invalid id" },
        { "LaunchTemplate.Version=1", "MissingParameter", "launch template" },
        { "SubnetId=subnet-0123456789abcdef0;NetworkInterface.1.DeviceIndex=0", "InvalidParameterCombination", "Network interfaces and an instance-level subnet ID may not be specified on the same request" },
        { "SecurityGroupId.1=sg-0123456789abcdef0;NetworkInterface.1.DeviceIndex=0", "InvalidParameterCombination", "Network interfaces and an instance-level security groups may not be specified on the same request" },
        { "SecurityGroup.1=default;SubnetId=subnet-0123456789abcdef0", "InvalidParameterCombination", "The parameter groupName cannot be used with the parameter subnet" },
        { "NetworkInterface.1.DeviceIndex=0;NetworkInterface.1.NetworkInterfaceId=eni-0123456789abcdef0", "InvalidNetworkInterfaceID.NotFound", "eni-0123456789abcdef0" },
        { "InstanceMarketOptions.MarketType=spot", "UnsupportedOperation", "The sandbox does not support the parameter InstanceMarketOptions." },
        { "PrivateIpAddress=10.9.9.9", "InvalidParameterValue", "does not fall within the subnet's address range" },
        { "Placement.AvailabilityZone=us-east-1e", "Unsupported", "Your requested instance type (t3.micro) is not supported in your requested Availability Zone (us-east-1e). Please retry your request by not specifying an Availability Zone or choosing us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1f." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_launch_is_refused_in_AWSs_words_and_leaves_nothing(string parameters, string code, string words)
    {
        using var client = new WireClient(sandbox.Account);
        Dictionary<string, string> form = new() { ["ImageId"] = X86, ["InstanceType"] = "t3.micro", ["MinCount"] = "1", ["MaxCount"] = "1" };
        foreach (string[] pair in parameters.Split(';').Select(parameter => parameter.Split('=', 2)))
        {
            form[pair[0]] = pair[1];
        }

        WireAnswer answer = await client.Ec2("RunInstances", [.. form.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal(code, answer.Code);
        Assert.Contains(words, answer.Message, StringComparison.Ordinal);
        Assert.Empty((await client.Ec2("DescribeInstances")).All("instanceId"));
        Assert.Empty((await client.Ec2("DescribeVolumes")).All("volumeId"));
        Assert.Empty((await client.Ec2("DescribeNetworkInterfaces")).All("networkInterfaceId"));
    }

    [Fact]
    public async Task Groups_and_subnet_of_two_networks_do_not_go_together()
    {
        string group = await sandbox.Group(await sandbox.Vpc("10.2.0.0/16"), "web");
        string subnet = await sandbox.Subnet(await sandbox.Vpc(), "10.1.1.0/24");
        RunInstancesRequest request = One(subnet: subnet);
        request.SecurityGroupIds = [group];

        (string code, string message) = await Ec2Sandbox.Refusal(sandbox.Client.RunInstancesAsync(request));

        Assert.Equal("InvalidParameter", code);
        Assert.Equal($"Security group {group} and subnet {subnet} belong to different networks.", message);
    }

    [Fact]
    public async Task A_subnet_holds_as_many_as_it_has_addresses()
    {
        string subnet = await sandbox.Subnet(await sandbox.Vpc(), "10.1.1.0/28");
        RunInstancesRequest request = One(subnet: subnet);
        (request.MinCount, request.MaxCount) = (1, 14);

        Assert.Equal(11, (await sandbox.Client.RunInstancesAsync(request)).Reservation.Instances.Select(instance => instance.PrivateIpAddress).Distinct().Count());
        await Ec2Sandbox.Refused("InsufficientFreeAddressesInSubnet", sandbox.Client.RunInstancesAsync(request));
        RunInstancesRequest taken = One(subnet: subnet);
        taken.PrivateIpAddress = "10.1.1.5";
        await Ec2Sandbox.Refused("InvalidIPAddress.InUse", sandbox.Client.RunInstancesAsync(taken));
    }

    [Fact]
    public async Task The_quota_for_vCPUs_counts_what_runs()
    {
        RunInstancesRequest large = One(type: "m5.4xlarge");
        (large.MinCount, large.MaxCount) = (1, 5);
        List<Instance> first = (await sandbox.Client.RunInstancesAsync(large)).Reservation.Instances;
        await Ec2Sandbox.Refused("VcpuLimitExceeded", sandbox.Client.RunInstancesAsync(One()));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await sandbox.Client.StopInstancesAsync(new StopInstancesRequest([first[0].InstanceId]));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await Launched(One(type: "m5.4xlarge"));

        Assert.Equal(2, first.Count);
        await Ec2Sandbox.Refused("VcpuLimitExceeded", sandbox.Client.StartInstancesAsync(new StartInstancesRequest([first[0].InstanceId])));
    }

    [Fact]
    public async Task Without_a_default_subnet_one_must_be_named()
    {
        Vpc vpc = await sandbox.DefaultVpc();
        List<Subnet> subnets = (await sandbox.Client.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = [new("vpc-id", [vpc.VpcId])] })).Subnets;
        await sandbox.Client.DeleteSubnetAsync(new DeleteSubnetRequest(subnets.Single(subnet => subnet.AvailabilityZone == "us-east-1c").SubnetId));
        RunInstancesRequest there = One();
        there.Placement = new Placement("us-east-1c");

        Assert.Equal(("MissingInput", "No default subnet for availability zone: 'us-east-1c'."), await Ec2Sandbox.Refusal(sandbox.Client.RunInstancesAsync(there)));
        foreach (Subnet subnet in subnets.Where(subnet => subnet.AvailabilityZone != "us-east-1c"))
        {
            await sandbox.Client.DeleteSubnetAsync(new DeleteSubnetRequest(subnet.SubnetId));
        }

        await Ec2Sandbox.Refused("VPCIdNotSpecified", sandbox.Client.RunInstancesAsync(One()));
    }

    [Fact]
    public async Task Capacity_can_be_ordered_to_run_out()
    {
        sandbox.Account.Faults.Add(new(SandboxFaultKind.Refuse) { Operation = "ec2:RunInstances", Code = "InsufficientInstanceCapacity", Message = "No capacity.", Status = 500, Times = 1 });

        Assert.Equal(("InsufficientInstanceCapacity", "No capacity."), await Ec2Sandbox.Refusal(sandbox.Client.RunInstancesAsync(One())));
        await Launched(One());
    }

    [Fact]
    public async Task User_data_has_16_KB_at_most()
    {
        RunInstancesRequest request = One();
        request.UserData = Convert.ToBase64String(new byte[16385]);

        Assert.Equal(("InvalidParameterValue", "User data is limited to 16384 bytes"), await Ec2Sandbox.Refusal(sandbox.Client.RunInstancesAsync(request)));
        request.UserData = Convert.ToBase64String(new byte[16384]);
        await Launched(request);
    }

    [Fact]
    public async Task A_new_instance_profile_is_unknown_for_seconds_and_passing_its_role_is_allowed_to_EC2_alone()
    {
        using SdkSandbox services = new();
        await services.Root.Iam().CreateRoleAsync(new CreateRoleRequest { RoleName = "app", AssumeRolePolicyDocument = Trust });
        await services.Root.Iam().CreateInstanceProfileAsync(new CreateInstanceProfileRequest { InstanceProfileName = "app" });
        RunInstancesRequest request = One();
        request.IamInstanceProfile = new() { Name = "app" };
        Assert.Contains("Invalid IAM Instance Profile name", (await SdkSandbox.Refuses("InvalidParameterValue", () => services.Root.Ec2().RunInstancesAsync(request))).Message, StringComparison.Ordinal);
        services.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Contains("has no associated IAM Roles", (await SdkSandbox.Refuses("InvalidParameterValue", () => services.Root.Ec2().RunInstancesAsync(request))).Message, StringComparison.Ordinal);
        await services.Root.Iam().AddRoleToInstanceProfileAsync(new AddRoleToInstanceProfileRequest { InstanceProfileName = "app", RoleName = "app" });
        Instance instance = Assert.Single((await services.Root.Ec2().RunInstancesAsync(request)).Reservation.Instances);

        Assert.Equal("arn:aws:iam::123456789012:instance-profile/app", instance.IamInstanceProfile.Arn);
        const string Launching = """{"Effect":"Allow","Action":["ec2:RunInstances","ssm:GetParameters"],"Resource":"*"}""";
        AwsConnection without = await services.UserAsync("without", Launching);
        AwsConnection wrong = await services.UserAsync("wrong", Launching, Pass("lambda.amazonaws.com"));
        AwsConnection right = await services.UserAsync("right", Launching, Pass("ec2.amazonaws.com"));
        Assert.Contains("iam:PassRole on resource: arn:aws:iam::123456789012:role/app", (await SdkSandbox.Refuses("UnauthorizedOperation", () => without.Ec2().RunInstancesAsync(request))).Message, StringComparison.Ordinal);
        await SdkSandbox.Refuses("UnauthorizedOperation", () => wrong.Ec2().RunInstancesAsync(request));
        await right.Ec2().RunInstancesAsync(request);
    }

    [Theory]
    [InlineData("image", "arn:aws:ec2:us-east-1::image/*")]
    [InlineData("instance", "arn:aws:ec2:*:*:instance/*")]
    [InlineData("network-interface", "arn:aws:ec2:*:*:network-interface/*")]
    [InlineData("volume", "arn:aws:ec2:*:*:volume/*")]
    [InlineData("subnet", "arn:aws:ec2:*:*:subnet/*")]
    [InlineData("security-group", "arn:aws:ec2:*:*:security-group/*")]
    [InlineData("key-pair", "arn:aws:ec2:*:*:key-pair/ops")]
    [InlineData("launch-template", "arn:aws:ec2:*:*:launch-template/*")]
    public async Task A_launch_needs_permission_on_everything_that_it_touches(string kind, string arn)
    {
        using SdkSandbox services = new();
        await services.Root.Ec2().CreateKeyPairAsync(new CreateKeyPairRequest("ops"));
        await services.Root.Ec2().CreateLaunchTemplateAsync(new CreateLaunchTemplateRequest { LaunchTemplateName = "web", LaunchTemplateData = new() { ImageId = X86, InstanceType = "t3.micro" } });
        string[] all = ["arn:aws:ec2:us-east-1::image/*", "arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:network-interface/*", "arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:subnet/*", "arn:aws:ec2:*:*:security-group/*", "arn:aws:ec2:*:*:key-pair/ops", "arn:aws:ec2:*:*:launch-template/*"];
        const string Resolve = """{"Effect":"Allow","Action":"ssm:GetParameters","Resource":"arn:aws:ssm:us-east-1::parameter/aws/service/ami-amazon-linux-latest/*"}""";
        var request = new RunInstancesRequest { MinCount = 1, MaxCount = 1, KeyName = "ops", LaunchTemplate = new() { LaunchTemplateName = "web" } };

        AwsConnection complete = await services.UserAsync("complete", Resolve, Run(all));
        AwsConnection lacking = await services.UserAsync("lacking", Resolve, Run([.. all.Except([arn])]));
        AwsConnection blind = await services.UserAsync("blind", Run(all));

        await complete.Ec2().RunInstancesAsync(request);
        Assert.Contains($":{kind}/", (await SdkSandbox.Refuses("UnauthorizedOperation", () => lacking.Ec2().RunInstancesAsync(request))).Message, StringComparison.Ordinal);
        Assert.Contains("ssm:GetParameters", (await SdkSandbox.Refuses("UnauthorizedOperation", () => blind.Ec2().RunInstancesAsync(request))).Message, StringComparison.Ordinal);

        static string Run(string[] resources) => $$"""{"Effect":"Allow","Action":"ec2:RunInstances","Resource":["{{string.Join("\",\"", resources)}}"]}""";
    }

    [Fact]
    public async Task Policies_can_ask_what_is_launched_and_tags_need_leave_of_their_own()
    {
        using SdkSandbox services = new();
        AwsConnection small = await services.UserAsync(
            "small",
            """{"Effect":"Allow","Action":["ec2:RunInstances","ssm:GetParameters"],"Resource":"*"}""",
            """{"Effect":"Deny","Action":"ec2:RunInstances","Resource":"arn:aws:ec2:*:*:instance/*","Condition":{"StringNotEquals":{"ec2:InstanceType":"t3.micro"}}}""",
            """{"Effect":"Deny","Action":"ec2:RunInstances","Resource":"arn:aws:ec2:*:*:instance/*","Condition":{"StringNotEquals":{"ec2:MetadataHttpTokens":"required"}}}""",
            """{"Effect":"Deny","Action":"ec2:RunInstances","Resource":"arn:aws:ec2:*:*:volume/*","Condition":{"Bool":{"ec2:Encrypted":"false"}}}""",
            """{"Effect":"Allow","Action":"ec2:CreateTags","Resource":"*","Condition":{"StringEquals":{"ec2:CreateAction":"RunInstances","aws:RequestTag/Application":"directory"}}}""");
        RunInstancesRequest good = One();
        good.BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { Encrypted = true } }];

        await small.Ec2().RunInstancesAsync(good);
        await SdkSandbox.Refuses("UnauthorizedOperation", () => small.Ec2().RunInstancesAsync(One()));
        good.InstanceType = "t3.small";
        await SdkSandbox.Refuses("UnauthorizedOperation", () => small.Ec2().RunInstancesAsync(good));
        good.InstanceType = "t3.micro";
        good.MetadataOptions = new() { HttpTokens = "optional" };
        await SdkSandbox.Refuses("UnauthorizedOperation", () => small.Ec2().RunInstancesAsync(good));
        good.MetadataOptions = null;
        good.TagSpecifications = Ec2Sandbox.Tagged("instance", "Application", "directory");
        await small.Ec2().RunInstancesAsync(good);
        good.TagSpecifications = Ec2Sandbox.Tagged("instance", "Application", "other");
        Assert.Contains("ec2:CreateTags", (await SdkSandbox.Refuses("UnauthorizedOperation", () => small.Ec2().RunInstancesAsync(good))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_of_ARM_goes_with_a_type_of_ARM()
    {
        RunInstancesRequest request = One(type: "t4g.micro");
        request.ImageId = Arm;

        Assert.Equal("arm64", (await Launched(request)).Architecture.Value);
    }

    internal const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    internal static string Encode(string script) => Convert.ToBase64String(Encoding.UTF8.GetBytes(script.ReplaceLineEndings("\n")));

    internal static RunInstancesRequest One(string type = "t3.micro", string? subnet = null, int count = 1) =>
        new() { ImageId = X86, InstanceType = type, MinCount = count, MaxCount = count, SubnetId = subnet };

    private static string Pass(string service) =>
        """{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::123456789012:role/app","Condition":{"StringEquals":{"iam:PassedToService":"SERVICE"}}}""".Replace("SERVICE", service, StringComparison.Ordinal);

    private async Task<Instance> Launched(RunInstancesRequest request) => Assert.Single((await sandbox.Client.RunInstancesAsync(request)).Reservation.Instances);
}
