using Amazon.EC2.Model;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>What cannot be launched is refused before anything is made, in words that say what would be right.</summary>
public sealed class BadLaunchTests
{
    private static readonly NewDirectoryAppInstanceRequest _request = new() { Name = "directory", PhotosBucket = "employee-photo-bucket-ab-907" };

    public static TheoryData<string, string, string> Values => new()
    {
        { "PhotosBucket=x; rm -rf /", "BucketNameInvalid", "lower case letters" },
        { "PhotosBucket=Photos", "BucketNameInvalid", "lower case letters" },
        { "Name=a-name-that-is-far-too-long-for-a-load-balancer", "AppNameInvalid", "28" },
        { "Name=$(reboot)", "AppNameInvalid", "letters, digits" },
        { "ImageId=ami-0123456789abcdef0", "ImageNotFound", "Leave -ImageId out" },
        { "ImageId=resolve:ssm:/no/such", "ImageNotFound", "Leave -ImageId out" },
        { "InstanceType=t3.colossal", "InstanceTypeNotOffered", "another type" },
        { "SubnetId=subnet-0123456789abcdef0", "SubnetNotFound", "another -Region" },
        { "SecurityGroupId=sg-0123456789abcdef0", "SecurityGroupNotFound", "" },
        { "InstanceProfile=nobody", "InstanceProfileNotFound", "New-WorkloadRole" },
        { "KeyName=nobody", "KeyPairNotFound", "Session Manager" },
        { "AllowedCidr=10.0.0.1/8", "CidrInvalid", "10.0.0.0/8" },
        { "Count=0", "CountInvalid", "New-DirectoryApp" },
        { "AppUrl=http://example.com/a.zip", "AppUrlInvalid", "" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_that_cannot_be_right_is_refused_and_nothing_is_made(string assignment, string errorId, string remedy)
    {
        using AppSandbox sandbox = new();

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.NewAsync(With(assignment)));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(remedy, $"{error.Message} {error.Remedy}", StringComparison.Ordinal);
        await NothingIsMadeAsync(sandbox);
    }

    [Fact]
    public async Task A_type_that_a_zone_does_not_have_names_the_zones_that_have_it()
    {
        using AppSandbox sandbox = new();
        List<Subnet> subnets = await sandbox.SubnetsAsync();
        HashSet<string> offering = [.. (await sandbox.Ec2.DescribeInstanceTypeOfferingsAsync(new DescribeInstanceTypeOfferingsRequest { LocationType = "availability-zone", Filters = [new("instance-type", ["t3.micro"])] })).InstanceTypeOfferings.Select(offer => offer.Location)];
        Subnet? without = subnets.FirstOrDefault(subnet => !offering.Contains(subnet.AvailabilityZone));
        Assert.NotNull(without);

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.NewAsync(_request with { SubnetId = [without.SubnetId] }));

        Assert.Equal("InstanceTypeNotOffered", error.ErrorId);
        Assert.Contains(without.AvailabilityZone, error.Message, StringComparison.Ordinal);
        Assert.All(offering, zone => Assert.Contains(zone, error.Remedy!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_image_of_another_architecture_is_refused()
    {
        using AppSandbox sandbox = new();
        Image arm = (await sandbox.Ec2.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new("architecture", ["arm64"])] })).Images[0];

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.NewAsync(_request with { ImageId = arm.ImageId }));

        Assert.Equal("ArchitectureMismatch", error.ErrorId);
        Assert.Contains("t4g.micro", error.Remedy!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_instances_in_subnets_of_one_zone_are_warned_of()
    {
        using AppSandbox sandbox = new();
        TestHost host = new();

        await sandbox.NewAsync(_request with { Count = 2, SubnetId = [(await sandbox.SubnetsAsync())[0].SubnetId] }, host);

        Assert.Contains(host.Warnings, warning => warning.Contains("if it fails", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Subnets_of_two_networks_are_refused()
    {
        using AppSandbox sandbox = new();
        string vpcId = (await sandbox.Ec2.CreateVpcAsync(new() { CidrBlock = "10.9.0.0/16" })).Vpc.VpcId;
        string other = (await sandbox.Ec2.CreateSubnetAsync(new() { VpcId = vpcId, CidrBlock = "10.9.1.0/24", AvailabilityZone = "us-east-1b" })).Subnet.SubnetId;

        CloudException error = await Assert.ThrowsAsync<CloudException>(async () => await sandbox.NewAsync(_request with { Count = 2, SubnetId = [(await sandbox.SubnetsAsync())[0].SubnetId, other] }));

        Assert.Equal("SubnetsOfTwoNetworks", error.ErrorId);
        await NothingIsMadeAsync(sandbox);
    }

    [Fact]
    public async Task A_bucket_in_another_Region_is_refused()
    {
        using AppSandbox sandbox = new();
        // The SDK remembers for the whole process where a bucket is.
        await sandbox.Connection.S3("eu-west-1").PutBucketAsync(new Amazon.S3.Model.PutBucketRequest { BucketName = "photos-of-elsewhere", BucketRegionName = "eu-west-1" });

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.NewAsync(_request with { PhotosBucket = "photos-of-elsewhere" }));

        Assert.Equal("BucketElsewhere", error.ErrorId);
        Assert.Contains("eu-west-1", error.Message, StringComparison.Ordinal);
        await NothingIsMadeAsync(sandbox);
    }

    [Fact]
    public async Task Beyond_the_quota_it_is_said_what_stands_and_a_later_run_goes_on()
    {
        using AppSandbox sandbox = new(new SandboxOptions { StandardVcpuQuota = 4 });

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.NewAsync(_request with { Count = 3 }));
        IReadOnlyList<DirectoryAppInstance> live = await sandbox.LiveAsync();
        List<DirectoryAppInstance> two = await sandbox.NewAsync(_request with { Count = 2 });

        Assert.Equal(("LaunchIncomplete", CloudErrorCategory.LimitsExceeded), (error.ErrorId, error.Category));
        Assert.Contains("VcpuLimitExceeded", error.Message, StringComparison.Ordinal);
        Assert.All(live, instance => Assert.Contains(instance.InstanceId, error.Message, StringComparison.Ordinal));
        Assert.Contains("Service Quotas", error.Remedy!, StringComparison.Ordinal);
        Assert.Contains("Remove-DirectoryAppInstance directory", error.Remedy!, StringComparison.Ordinal);
        Assert.Equal(live.Select(instance => instance.InstanceId), two.Select(instance => instance.InstanceId));
    }

    [Fact]
    public async Task Who_may_not_hand_over_the_role_gets_the_statement_that_would_allow_it_and_nothing_is_made()
    {
        using AppSandbox sandbox = new();
        var iam = sandbox.Connection.Iam();
        await iam.CreateUserAsync(new Amazon.IdentityManagement.Model.CreateUserRequest { UserName = "deployer" });
        await iam.PutUserPolicyAsync(new Amazon.IdentityManagement.Model.PutUserPolicyRequest
        {
            UserName = "deployer",
            PolicyName = "all-but-pass",
            PolicyDocument = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","NotAction":"iam:PassRole","Resource":"*"}}""",
        });
        Amazon.IdentityManagement.Model.AccessKey key = (await iam.CreateAccessKeyAsync(new Amazon.IdentityManagement.Model.CreateAccessKeyRequest { UserName = "deployer" })).AccessKey;
        TestHost host = sandbox.Shell(connection: sandbox.As(key.AccessKeyId, key.SecretAccessKey));

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => host.RunAsync(new NewDirectoryAppInstance(), _request));

        Assert.Equal("AccessDenied", error.ErrorId);
        Assert.Contains("""{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::123456789012:role/directory-instance-us-east-1","Condition":{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}}""", error.Remedy!, StringComparison.Ordinal);
        await NothingIsMadeAsync(sandbox);
    }

    [Fact]
    public async Task Somebody_elses_role_of_that_name_is_not_taken_over()
    {
        using AppSandbox sandbox = new();
        await sandbox.Connection.Iam().CreateRoleAsync(new()
        {
            RoleName = "directory-instance-us-east-1",
            AssumeRolePolicyDocument = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}""",
        });

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.NewAsync(_request));

        Assert.Equal("ResourceNotOwned", error.ErrorId);
        await NothingIsMadeAsync(sandbox);
    }

    private static NewDirectoryAppInstanceRequest With(string assignment)
    {
        string[] pair = assignment.Split('=', 2);
        return pair[0] switch
        {
            "PhotosBucket" => _request with { PhotosBucket = pair[1] },
            "Name" => _request with { Name = pair[1] },
            "ImageId" => _request with { ImageId = pair[1] },
            "InstanceType" => _request with { InstanceType = pair[1] },
            "SubnetId" => _request with { SubnetId = [pair[1]] },
            "SecurityGroupId" => _request with { SecurityGroupId = [pair[1]] },
            "InstanceProfile" => _request with { InstanceProfile = pair[1] },
            "KeyName" => _request with { KeyName = pair[1] },
            "AllowedCidr" => _request with { AllowedCidr = pair[1] },
            "AppUrl" => _request with { AppUrl = pair[1] },
            _ => _request with { Count = int.Parse(pair[1]) },
        };
    }

    private static async Task NothingIsMadeAsync(AppSandbox sandbox)
    {
        Assert.Empty(await sandbox.PartsAsync());
        Assert.Empty(await sandbox.LiveAsync());
    }
}
