using Amazon.EC2.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>Images, the parameters that name them, and the types that run them.</summary>
public sealed class Ec2ImageTests : IDisposable
{
    private const string Newest = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";

    private readonly SdkSandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task The_public_parameter_names_the_newest_image_of_each_Region()
    {
        Parameter parameter = (await Ssm().GetParameterAsync(new GetParameterRequest { Name = Newest })).Parameter;
        Parameter elsewhere = (await Ssm("eu-west-1").GetParameterAsync(new GetParameterRequest { Name = Newest })).Parameter;
        Image image = Assert.Single((await sandbox.Root.Ec2().DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [parameter.Value] })).Images);

        Assert.Matches("^ami-[0-9a-f]{17}$", parameter.Value);
        Assert.Equal(($"arn:aws:ssm:us-east-1::parameter{Newest}", "String", "text", 3), (parameter.ARN, parameter.Type.Value, parameter.DataType, parameter.Version));
        Assert.NotEqual(parameter.Value, elsewhere.Value);
        Assert.Equal(("137112412989", "amazon", "x86_64", "available"), (image.OwnerId, image.ImageOwnerAlias, image.Architecture.Value, image.State.Value));
        Assert.Matches(@"^al2023-ami-2023\.\d+\.\d{8}\.\d-kernel-6\.1-x86_64$", image.Name);
        BlockDeviceMapping root = Assert.Single(image.BlockDeviceMappings);
        Assert.Equal(("/dev/xvda", 8, "gp3"), (root.DeviceName, root.Ebs.VolumeSize, root.Ebs.VolumeType.Value));
        await SdkSandbox.Refuses("InvalidAMIID.NotFound", () => sandbox.Root.Ec2().DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [elsewhere.Value] }));
        await SdkSandbox.Refuses("InvalidAMIID.Malformed", () => sandbox.Root.Ec2().DescribeImagesAsync(new DescribeImagesRequest { ImageIds = ["linux"] }));
    }

    [Fact]
    public async Task Images_are_found_by_owner_name_and_architecture_and_the_newest_is_the_parameters()
    {
        List<Image> images = (await sandbox.Root.Ec2().DescribeImagesAsync(new DescribeImagesRequest
        {
            Owners = ["amazon"],
            Filters = [new("name", ["al2023-ami-2023.*-kernel-6.1-x86_64"]), new("architecture", ["x86_64"]), new("owner-alias", ["amazon"]), new("state", ["available"])],
        })).Images;

        Assert.Equal(3, images.Count);
        Assert.Equal((await Ssm().GetParameterAsync(new GetParameterRequest { Name = Newest })).Parameter.Value, images.MaxBy(image => image.CreationDate, StringComparer.Ordinal)!.ImageId);
        Assert.Empty((await sandbox.Root.Ec2().DescribeImagesAsync(new DescribeImagesRequest { Owners = ["self"] })).Images ?? []);
    }

    [Fact]
    public async Task Parameters_come_by_name_with_those_that_are_none_and_by_path_in_pages()
    {
        GetParametersResponse several = await Ssm().GetParametersAsync(new GetParametersRequest { Names = [Newest, Newest + ":1", "/none", Newest + ":9"] });
        Assert.Equal(2, several.Parameters.Count);
        Assert.Equal(["/none", Newest + ":9"], several.InvalidParameters);
        await SdkSandbox.Refuses("ParameterNotFound", () => Ssm().GetParameterAsync(new GetParameterRequest { Name = "/none" }));
        await SdkSandbox.Refuses("ParameterVersionNotFound", () => Ssm().GetParameterAsync(new GetParameterRequest { Name = Newest + ":9" }));
        Assert.Equal(1, (await Ssm().GetParameterAsync(new GetParameterRequest { Name = $"arn:aws:ssm:us-east-1::parameter{Newest}:1" })).Parameter.Version);

        List<string> names = [];
        string? token = null;
        do
        {
            GetParametersByPathResponse page = await Ssm().GetParametersByPathAsync(new GetParametersByPathRequest { Path = "/aws/service/ami-amazon-linux-latest", MaxResults = 5, NextToken = token });
            names.AddRange(page.Parameters.Select(parameter => parameter.Name));
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(12, names.Distinct().Count());
        Assert.Contains(Newest, names);
        Assert.Empty((await Ssm().GetParametersByPathAsync(new GetParametersByPathRequest { Path = "/aws/service" })).Parameters);
        Assert.Equal(10, (await Ssm().GetParametersByPathAsync(new GetParametersByPathRequest { Path = "/aws", Recursive = true })).Parameters.Count);
        await SdkSandbox.Refuses("ValidationException", () => Ssm().GetParametersByPathAsync(new GetParametersByPathRequest { Path = "aws" }));
    }

    [Fact]
    public async Task Parameters_are_read_by_those_who_may()
    {
        AwsConnection reader = await sandbox.UserAsync("reader", """{"Effect":"Allow","Action":"ssm:GetParameters","Resource":"arn:aws:ssm:*::parameter/aws/service/ami-amazon-linux-latest/*"}""");

        Assert.Single((await reader.Ssm().GetParametersAsync(new GetParametersRequest { Names = [Newest] })).Parameters);
        await SdkSandbox.Refuses("AccessDeniedException", () => reader.Ssm().GetParametersAsync(new GetParametersRequest { Names = ["/own"] }));
        await SdkSandbox.Refuses("AccessDeniedException", () => reader.Ssm().GetParameterAsync(new GetParameterRequest { Name = Newest }));
    }

    [Theory]
    [InlineData("t3.micro", 2, 1024, "x86_64", "nitro", 2)]
    [InlineData("t2.micro", 1, 1024, "x86_64", "xen", 2)]
    [InlineData("t4g.small", 2, 2048, "arm64", "nitro", 3)]
    [InlineData("m5.24xlarge", 96, 393216, "x86_64", "nitro", 15)]
    [InlineData("m7g.medium", 1, 4096, "arm64", "nitro", 2)]
    [InlineData("c5.9xlarge", 36, 73728, "x86_64", "nitro", 8)]
    [InlineData("c6g.large", 2, 4096, "arm64", "nitro", 3)]
    [InlineData("r5.2xlarge", 8, 65536, "x86_64", "nitro", 4)]
    public async Task Instance_types_have_the_figures_that_AWS_publishes(string name, int vcpus, int memory, string architecture, string hypervisor, int interfaces)
    {
        InstanceTypeInfo type = Assert.Single((await sandbox.Root.Ec2().DescribeInstanceTypesAsync(new DescribeInstanceTypesRequest { InstanceTypes = [name] })).InstanceTypes);

        Assert.Equal(
            (vcpus, (long)memory, architecture, hypervisor, interfaces),
            (type.VCpuInfo.DefaultVCpus, type.MemoryInfo.SizeInMiB, Assert.Single(type.ProcessorInfo.SupportedArchitectures), type.Hypervisor.Value, type.NetworkInfo.MaximumNetworkInterfaces));
    }

    [Fact]
    public async Task Types_are_filtered_and_those_that_the_Region_does_not_offer_are_named()
    {
        List<InstanceTypeInfo> free = (await sandbox.Root.Ec2().DescribeInstanceTypesAsync(new DescribeInstanceTypesRequest { Filters = [new("free-tier-eligible", ["true"]), new("processor-info.supported-architecture", ["x86_64"])] })).InstanceTypes;

        Assert.Equal(["t2.micro", "t3.micro", "t3.small"], free.Select(type => type.InstanceType.Value));
        Assert.Equal(
            "The following supplied instance types do not exist: [t2.micro]",
            (await SdkSandbox.Refuses("InvalidInstanceType", () => sandbox.Root.Ec2("eu-north-1").DescribeInstanceTypesAsync(new DescribeInstanceTypesRequest { InstanceTypes = ["t2.micro"] }))).Message);
    }

    [Theory]
    [InlineData("us-east-1", "t3.micro", "us-east-1a us-east-1b us-east-1c us-east-1d us-east-1f")]
    [InlineData("us-east-1", "t2.micro", "us-east-1a us-east-1b us-east-1c us-east-1d us-east-1e us-east-1f")]
    [InlineData("us-west-2", "t2.micro", "us-west-2a us-west-2b us-west-2c")]
    [InlineData("eu-north-1", "t2.micro", "")]
    public async Task Not_every_zone_offers_every_type(string region, string type, string zones)
    {
        List<InstanceTypeOffering>? offerings = (await sandbox.Root.Ec2(region).DescribeInstanceTypeOfferingsAsync(
            new DescribeInstanceTypeOfferingsRequest { LocationType = "availability-zone", Filters = [new("instance-type", [type])] })).InstanceTypeOfferings;

        Assert.Equal(zones, string.Join(' ', (offerings ?? []).Select(offering => offering.Location)));
        Assert.Equal(zones.Length > 0 ? 1 : 0, (await sandbox.Root.Ec2(region).DescribeInstanceTypeOfferingsAsync(new DescribeInstanceTypeOfferingsRequest { Filters = [new("instance-type", [type])] })).InstanceTypeOfferings?.Count ?? 0);
    }

    private AmazonSimpleSystemsManagementClient Ssm(string region = "us-east-1") => sandbox.Root.Ssm(region);
}
