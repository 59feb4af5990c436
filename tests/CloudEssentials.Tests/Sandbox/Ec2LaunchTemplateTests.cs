using Amazon.EC2.Model;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.State;
using Nodes = System.Text.Json.Nodes;

namespace CloudEssentials.Tests.Sandbox;

public sealed class Ec2LaunchTemplateTests : IDisposable
{
    private const string Image = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";

    private readonly Ec2Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task A_template_is_made_versioned_changed_described_and_deleted()
    {
        LaunchTemplate made = await Made();
        Assert.Matches("^lt-[0-9a-f]{17}$", made.LaunchTemplateId);
        Assert.Equal(("web", 1, 1, "arn:aws:iam::123456789012:root"), (made.LaunchTemplateName, made.DefaultVersionNumber, made.LatestVersionNumber, made.CreatedBy));
        Assert.Equal("web", Assert.Single(made.Tags).Value);
        LaunchTemplateVersion second = (await sandbox.Client.CreateLaunchTemplateVersionAsync(new CreateLaunchTemplateVersionRequest
        {
            LaunchTemplateName = "web",
            SourceVersion = "1",
            VersionDescription = "larger",
            LaunchTemplateData = new() { InstanceType = "t3.small" },
            ClientToken = "v2",
        })).LaunchTemplateVersion;
        Assert.Equal((2, "larger", false, Image, "t3.small"), (second.VersionNumber, second.VersionDescription, second.DefaultVersion, second.LaunchTemplateData.ImageId, second.LaunchTemplateData.InstanceType.Value));

        LaunchTemplateVersion latest = Assert.Single(await Versions("$Latest"));
        Assert.Equal(2, latest.VersionNumber);
        Assert.Equal(1, Assert.Single(await Versions("$Default")).VersionNumber);
        Assert.Equal([2, 1], (await Versions()).Select(version => version.VersionNumber));
        Assert.StartsWith("ami-", Assert.Single((await sandbox.Client.DescribeLaunchTemplateVersionsAsync(new DescribeLaunchTemplateVersionsRequest { LaunchTemplateId = made.LaunchTemplateId, Versions = ["1"], ResolveAlias = true })).LaunchTemplateVersions).LaunchTemplateData.ImageId, StringComparison.Ordinal);
        Assert.Equal(2, (await sandbox.Client.ModifyLaunchTemplateAsync(new ModifyLaunchTemplateRequest { LaunchTemplateId = made.LaunchTemplateId, DefaultVersion = "$Latest" })).LaunchTemplate.DefaultVersionNumber);
        Assert.Equal(2, Assert.Single((await sandbox.Client.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { Filters = [new("tag:Name", ["web"])] })).LaunchTemplates).DefaultVersionNumber);
        await sandbox.Client.DeleteLaunchTemplateAsync(new DeleteLaunchTemplateRequest { LaunchTemplateName = "web" });
        Assert.Empty((await sandbox.Client.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest())).LaunchTemplates ?? []);
    }

    [Fact]
    public async Task A_launch_takes_from_its_template_what_it_does_not_say_itself()
    {
        LaunchTemplate template = await Made();
        var request = new RunInstancesRequest
        {
            MinCount = 1,
            MaxCount = 1,
            InstanceType = "t3.small",
            LaunchTemplate = new() { LaunchTemplateId = template.LaunchTemplateId, Version = "$Latest" },
            TagSpecifications = Ec2Sandbox.Tagged("instance", "Stage", "test"),
        };

        Instance instance = Assert.Single((await sandbox.Client.RunInstancesAsync(request)).Reservation.Instances);

        Assert.Equal(("t3.small", "required"), (instance.InstanceType.Value, instance.MetadataOptions.HttpTokens.Value));
        Assert.Equal(["Application=directory", "Stage=test"], instance.Tags.Select(tag => $"{tag.Key}={tag.Value}"));
        request.LaunchTemplate.Version = "7";
        await Ec2Sandbox.Refused("InvalidLaunchTemplateId.VersionNotFound", sandbox.Client.RunInstancesAsync(request));
        request.LaunchTemplate = new() { LaunchTemplateId = template.LaunchTemplateId, LaunchTemplateName = "web" };
        await Ec2Sandbox.Refused("InvalidParameterCombination", sandbox.Client.RunInstancesAsync(request));
    }

    [Fact]
    public async Task What_is_wrong_with_a_template_is_told()
    {
        await Made();
        await Ec2Sandbox.Refused("InvalidLaunchTemplateName.AlreadyExistsException", Made());
        await Ec2Sandbox.Refused("InvalidParameterValue", Made("a"));
        await Ec2Sandbox.Refused("InvalidUserData.Malformed", Made("bad", new() { UserData = "no base64!" }));
        await Ec2Sandbox.Refused("InvalidLaunchTemplateName.NotFoundException", sandbox.Client.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { LaunchTemplateNames = ["none"] }));
        await Ec2Sandbox.Refused("InvalidLaunchTemplateId.NotFound", sandbox.Client.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { LaunchTemplateIds = ["lt-0123456789abcdef0"] }));
        await Ec2Sandbox.Refused("InvalidLaunchTemplateId.NotFound", sandbox.Client.DeleteLaunchTemplateAsync(new DeleteLaunchTemplateRequest { LaunchTemplateId = "lt-0123456789abcdef0" }));
        await Ec2Sandbox.Refused("InvalidLaunchTemplateName.NotFoundException", sandbox.Client.ModifyLaunchTemplateAsync(new ModifyLaunchTemplateRequest { LaunchTemplateName = "none", DefaultVersion = "1" }));
        await Ec2Sandbox.Refused("InvalidLaunchTemplateId.VersionNotFound", sandbox.Client.ModifyLaunchTemplateAsync(new ModifyLaunchTemplateRequest { LaunchTemplateName = "web", DefaultVersion = "9" }));
        await Ec2Sandbox.Refused("MissingParameter", sandbox.Client.DescribeLaunchTemplateVersionsAsync(new DescribeLaunchTemplateVersionsRequest { Versions = ["1"] }));
    }

    [Fact]
    public async Task A_client_token_makes_one_template()
    {
        LaunchTemplate first = await Made(token: "once");

        Assert.Equal(first.LaunchTemplateId, (await Made(token: "once")).LaunchTemplateId);
        await Ec2Sandbox.Refused("IdempotentParameterMismatch", Made("other", token: "once"));
    }

    [Fact]
    public async Task A_service_launches_from_a_template_into_a_subnet_with_tags_of_its_own()
    {
        string vpc = await sandbox.Vpc();
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24", "us-east-1b");
        string group = await sandbox.Group(vpc, "web");
        LaunchTemplate template = await Made(data: new()
        {
            ImageId = Image,
            InstanceType = "t3.micro",
            NetworkInterfaces = [new() { DeviceIndex = 0, AssociatePublicIpAddress = true, Groups = [group] }],
        });
        SandboxState state = sandbox.Account.State;
        var parameters = new Nodes.JsonObject { ["LaunchTemplate"] = new Nodes.JsonObject { ["LaunchTemplateId"] = template.LaunchTemplateId, ["Version"] = "$Default" } };
        Nodes.JsonObject resolved = LaunchParameters.InSubnet(LaunchParameters.Resolve(state, "us-east-1", parameters), subnet);

        Ec2Instance made = await sandbox.Account.EnterAsync(
            mayChange: true,
            () => InstanceLauncher.Launch(state, "us-east-1", resolved, requesterId: "940372691376", serviceTags: new Dictionary<string, string> { ["aws:autoscaling:groupName"] = "web" })[0],
            CancellationToken.None);

        Reservation reservation = Assert.Single((await sandbox.Client.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [made.Id] })).Reservations);
        Instance instance = Assert.Single(reservation.Instances);
        Assert.Equal(("940372691376", subnet, "web", "aws:autoscaling:groupName"), (reservation.RequesterId, instance.SubnetId, Assert.Single(instance.SecurityGroups).GroupName, Assert.Single(instance.Tags).Key));
        Assert.NotNull(instance.PublicIpAddress);
    }

    private async Task<LaunchTemplate> Made(string name = "web", RequestLaunchTemplateData? data = null, string? token = null) => (await sandbox.Client.CreateLaunchTemplateAsync(new CreateLaunchTemplateRequest
    {
        LaunchTemplateName = name,
        ClientToken = token,
        TagSpecifications = Ec2Sandbox.Tagged("launch-template", "Name", "web"),
        LaunchTemplateData = data ?? new()
        {
            ImageId = Image,
            InstanceType = "t3.micro",
            MetadataOptions = new() { HttpTokens = "required" },
            TagSpecifications = [new() { ResourceType = "instance", Tags = [new() { Key = "Application", Value = "directory" }] }],
        },
    })).LaunchTemplate;

    private async Task<List<LaunchTemplateVersion>> Versions(params string[] versions) =>
        (await sandbox.Client.DescribeLaunchTemplateVersionsAsync(new DescribeLaunchTemplateVersionsRequest { LaunchTemplateName = "web", Versions = [.. versions] })).LaunchTemplateVersions;
}
