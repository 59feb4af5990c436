using CloudEssentials.DirectoryApp;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Tests.DirectoryApp;

public sealed class DirectoryAppSpecTests
{
    public static TheoryData<string, string, DirectoryAppSpec> Wrong()
    {
        DirectoryAppSpec good = Specs.Stack();
        return new()
        {
            { "AppNameInvalid", "Name", good with { Name = "" } },
            { "AppNameInvalid", "Name", good with { Name = "9lives" } },
            { "AppNameInvalid", "Name", good with { Name = "a--b" } },
            { "AppNameInvalid", "Name", good with { Name = "directory-" } },
            { "AppNameInvalid", "Name", good with { Name = "internal-app" } },
            { "AppNameInvalid", "Name", good with { Name = "aws-app" } },
            { "AppNameInvalid", "Name", good with { Name = "x; rm -rf /" } },
            { "AppNameInvalid", "Name", good with { Name = "directory\n" } },
            { "AppNameInvalid", "Name", good with { Name = new string('a', 29) } },
            { "RegionInvalid", "Region", good with { Region = "Oregon" } },
            { "RegionInvalid", "Region", good with { Region = "us-west-2\n" } },
            { "AccountIdInvalid", "AccountId", good with { AccountId = "1111" } },
            { "BucketNameInvalid", "PhotosBucket", good with { PhotosBucket = "Photos" } },
            { "TableNameInvalid", "TableName", good with { TableName = "no" } },
            { "TableNameInvalid", "TableName", good with { TableName = "Employees!" } },
            { "ZoneCountInvalid", "ZoneCount", good with { Zones = ["us-west-2a"] } },
            { "ZoneCountInvalid", "ZoneCount", good with { Zones = [], ZoneCount = 5 } },
            { "ZoneInvalid", "Zone", good with { Zones = ["us-west-2a", "us-east-1a"] } },
            { "ZoneInvalid", "Zone", good with { Zones = ["us-west-2a", "us-west-2a"] } },
            { "CidrInvalid", "VpcCidr", good with { VpcCidr = "10.1.0.0" } },
            { "CidrInvalid", "VpcCidr", good with { VpcCidr = "10.1.2.0/16" } },
            { "CidrInvalid", "VpcCidr", good with { VpcCidr = "10.0.0.0/8" } },
            { "CidrInvalid", "VpcCidr", good with { VpcCidr = "10.1.0.0/24" } },
            { "CidrInvalid", "AllowedCidr", good with { AllowedCidr = "10.1.0.256/32" } },
            { "CidrInvalid", "AllowedCidr", good with { AllowedCidr = "10.1.0.0/33" } },
            { "CidrInvalid", "AllowedCidr", good with { AllowedCidr = "2001:db8::/32" } },
            { "InstanceTypeInvalid", "InstanceType", good with { InstanceType = "micro" } },
            { "ArchitectureInvalid", "Architecture", good with { Architecture = "arm64" } },
            { "ArchitectureInvalid", "Architecture", good with { InstanceType = "t4g.micro", Architecture = "x86_64" } },
            { "ImageIdInvalid", "ImageId", good with { ImageId = "ami-xyz" } },
            { "ImageIdInvalid", "ImageId", good with { ImageId = "resolve:ssm:" } },
            { "KeyNameInvalid", "KeyName", good with { KeyName = " key" } },
            { "AppUrlInvalid", "AppUrl", good with { AppUrl = "http://example.com/FlaskApp.zip" } },
            { "AppUrlInvalid", "AppUrl", good with { AppUrl = "https://example.com/$(reboot).zip" } },
            { "AppSha256Invalid", "AppSha256", good with { AppSha256 = "abc" } },
            { "CapacityInvalid", "DesiredCapacity", good with { DesiredCapacity = 1 } },
            { "CapacityInvalid", "DesiredCapacity", good with { MaxSize = 1 } },
            { "CapacityInvalid", "DesiredCapacity", good with { MinSize = 0, DesiredCapacity = 0, MaxSize = 0 } },
            { "TargetCpuInvalid", "TargetCpu", good with { TargetCpu = 0 } },
            { "WarmupInvalid", "WarmupSeconds", good with { WarmupSeconds = -1 } },
            { "EmailInvalid", "NotificationEmail", good with { NotificationEmail = "nobody" } },
            { "TagInvalid", "Tag", good with { Tags = new Dictionary<string, string> { ["aws:mine"] = "" } } },
            { "TagInvalid", "Tag", good with { Tags = new Dictionary<string, string> { ["application"] = "other" } } },
            { "TagInvalid", "Tag", good with { Tags = new Dictionary<string, string> { [""] = "x" } } },
            { "TagInvalid", "Tag", good with { Tags = new Dictionary<string, string> { ["a\tb"] = "x" } } },
            { "TagInvalid", "Tag", good with { Tags = new Dictionary<string, string> { ["Team"] = new('x', 257) } } },
            { "TagInvalid", "Tag", good with { Tags = new Dictionary<string, string> { ["Team"] = "1", ["team"] = "2" } } },
            { "TagInvalid", "Tag", good with { Tags = Enumerable.Range(0, 48).ToDictionary(i => $"k{i}", i => "") } },
        };
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_is_refused_by_the_name_of_its_parameter(string errorId, string parameter, DirectoryAppSpec spec)
    {
        CloudException error = Assert.Throws<CloudException>(() => spec.Check());

        Assert.Equal(errorId, error.ErrorId);
        Assert.StartsWith($"-{parameter}: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.False(string.IsNullOrEmpty(error.Remedy));
        Assert.Equal(CloudErrorCategory.InvalidArgument, error.Category);
    }

    [Fact]
    public void What_can_be_passes()
    {
        DirectoryAppSpec good = Specs.Stack();
        DirectoryAppSpec[] all =
        [
            good,
            good with { Name = new string('a', 28) },
            good with { Zones = [], ZoneCount = 4 },
            good with { VpcCidr = "10.1.0.0/23" },
            good with { InstanceType = "t4g.small", Architecture = "arm64" },
            good with { ImageId = "ami-0123456789abcdef0" },
            good with { AppUrl = "https://example.com/FlaskApp.zip?versionId=a%2Bb&x=1", AppSha256 = new string('A', 64) },
            good with { MinSize = 0, DesiredCapacity = 0, MaxSize = 1 },
            good with { Tags = Enumerable.Range(0, 47).ToDictionary(i => $"k{i}", i => "") },
            good with { Region = "us-gov-west-1", Partition = "aws-us-gov", Zones = [] },
        ];

        Assert.All(all, spec => Assert.Same(spec, spec.Check()));
    }

    [Theory]
    [InlineData("employee-photo-bucket-ab-907", null)]
    [InlineData("my.photos", null)]
    [InlineData("a23", null)]
    [InlineData("photos-111122223333-us-west-2-an", null)]
    [InlineData("ab", "2 characters")]
    [InlineData("Photos", "capital letters")]
    [InlineData("photo_s", "'_'")]
    [InlineData("photo\ns", "U+000A")]
    [InlineData("fotoß", "'ß'")]
    [InlineData("-photos", "begin and end")]
    [InlineData("photos.", "begin and end")]
    [InlineData("pho..tos", "two dots")]
    [InlineData("192.168.5.4", "IP address")]
    [InlineData("xn--photos", "xn--")]
    [InlineData("sthree-photos", "sthree-")]
    [InlineData("amzn-s3-demo-photos", "amzn-s3-demo-")]
    [InlineData("photos-s3alias", "-s3alias")]
    [InlineData("photos--ol-s3", "--ol-s3")]
    [InlineData("photos.mrap", ".mrap")]
    [InlineData("photos--x-s3", "--x-s3")]
    [InlineData("photos--table-s3", "--table-s3")]
    [InlineData("photos-an", "-an")]
    public void A_buckets_name_keeps_S3s_rules(string name, string? fault)
    {
        if (fault is null)
            Assert.Null(BucketName.Fault(name));
        else
            Assert.Contains(fault, BucketName.Fault(name)!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_buckets_name_has_at_most_63_characters()
    {
        Assert.Null(BucketName.Fault(new string('a', 63)));
        Assert.Contains("64 characters", BucketName.Fault(new string('a', 64))!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_names_still_make_the_shortest_ones_that_AWS_allows()
    {
        DirectoryAppSpec spec = Specs.Stack(NatGatewayMode.PerZone, 4) with { Name = new string('a', 28) };
        Dictionary<string, int> limits = new()
        {
            ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = 32,
            ["AWS::ElasticLoadBalancingV2::TargetGroup"] = 32,
            ["AWS::IAM::Role"] = 64,
            ["AWS::EC2::LaunchTemplate"] = 128,
        };

        Assert.All(DirectoryAppBlueprint.Stack(spec), resource => Assert.InRange(resource.Name.Length, 1, limits.GetValueOrDefault(resource.Type, 255)));
        Assert.Null(BucketName.Fault(DirectoryAppSpec.DefaultBucket(spec.Name.ToUpperInvariant(), "111122223333", "ap-northeast-1")));
    }

    [Theory]
    [InlineData("directory", true)]
    [InlineData("Directory-2", true)]
    [InlineData("a234567890123456789012345678", true)]
    [InlineData("a2345678901234567890123456789", false)]
    [InlineData("2directory", false)]
    [InlineData("directory-", false)]
    [InlineData("di--rectory", false)]
    [InlineData("di_rectory", false)]
    [InlineData("", false)]
    public void The_policy_of_who_deploys_it_takes_the_same_names(string name, bool isName)
    {
        PolicyTask task = PolicyTaskCatalog.Get("DeployDirectoryApp");

        Exception? ofSpec = Record.Exception(() => (Specs.Stack() with { Name = name }).Check());
        Exception? ofTask = Record.Exception(() => task.Fill(new Dictionary<string, object?> { ["AppName"] = name, ["Bucket"] = "photos", ["Region"] = "us-west-2" }));

        Assert.Equal(isName, ofSpec is null);
        Assert.Equal(isName, ofTask is null);
    }

    [Theory]
    [InlineData("t3.micro", "x86_64")]
    [InlineData("t4g.micro", "arm64")]
    [InlineData("m7gd.large", "arm64")]
    [InlineData("a1.medium", "arm64")]
    [InlineData("g5.xlarge", "x86_64")]
    [InlineData("g5g.xlarge", "arm64")]
    [InlineData("u7i-12tb.224xlarge", "x86_64")]
    [InlineData("x2iedn.xlarge", "x86_64")]
    public void An_instance_types_name_tells_its_architecture(string type, string architecture)
    {
        Assert.True(InstanceTypes.IsWellFormed(type));
        Assert.Equal(architecture, InstanceTypes.ArchitectureOf(type));
    }

    [Fact]
    public void What_may_surprise_is_said()
    {
        DirectoryAppSpec spec = Specs.Stack() with { TableName = "Staff", PhotosBucket = "my.photos" };

        Assert.Equal(2, spec.Check().Warnings.Count);
        Assert.Empty(Specs.Stack().Warnings);
        Assert.Single((spec with { AppUrl = "https://example.com/app.zip" }).Warnings);
    }
}
