using System.Net;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Organizations;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using CloudEssentials.Aws.Clients;

namespace CloudEssentials.Tests.Clients;

/// <summary>The generated clients against an emulator that others wrote.</summary>
public sealed class MotoServerTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""";

    private static readonly BasicAWSCredentials Keys = new("AKIAIOSFODNN7EXAMPLE", "secret");

    private T Config<T>() where T : ClientConfig, new()
    {
        Skip.If(moto.Url is null, "moto_server is not on PATH.");
        return new() { ServiceURL = moto.Url, AuthenticationRegion = "us-east-1" };
    }

    private AmazonIdentityManagementServiceClient Iam() => new(Keys, Config<AmazonIdentityManagementServiceConfig>());

    [SkippableFact]
    public async Task EC2_tells_its_Regions_and_zones()
    {
        using AmazonEC2Client client = new(Keys, Config<AmazonEC2Config>());
        DescribeRegionsResponse regions = await client.DescribeRegionsAsync(new DescribeRegionsRequest { RegionNames = ["us-east-1", "eu-west-1"] });
        Assert.Equal(["eu-west-1", "us-east-1"], regions.Regions.Select(region => region.RegionName).Order(StringComparer.Ordinal));
        Assert.All(regions.Regions, region => Assert.Equal($"ec2.{region.RegionName}.amazonaws.com", region.Endpoint));

        DescribeAvailabilityZonesResponse zones = await client.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest { Filters = [new("zone-name", ["us-east-1a"])] });
        AvailabilityZone zone = Assert.Single(zones.AvailabilityZones);
        Assert.Equal(("us-east-1a", AvailabilityZoneState.Available), (zone.ZoneName, zone.State));
        Assert.NotEmpty(regions.ResponseMetadata.RequestId);
    }

    [SkippableFact]
    public async Task IAM_keeps_what_it_was_given()
    {
        using AmazonIdentityManagementServiceClient client = Iam();
        await client.CreateUserAsync(new("alice") { Path = "/team/", Tags = [new() { Key = "k", Value = "v" }] });
        CreatePolicyResponse policy = await client.CreatePolicyAsync(new() { PolicyName = "read", PolicyDocument = Document });
        await client.AttachUserPolicyAsync(new() { UserName = "alice", PolicyArn = policy.Policy.Arn });
        await client.PutUserPolicyAsync(new("alice", "inline", Document));

        GetUserResponse user = await client.GetUserAsync(new GetUserRequest { UserName = "alice" });
        Assert.Equal(("alice", "/team/"), (user.User.UserName, user.User.Path));
        Assert.Equal("v", Assert.Single(user.User.Tags).Value);
        Assert.Equal(DateTimeKind.Utc, user.User.CreateDate!.Value.Kind);
        AttachedPolicyType attached = Assert.Single((await client.ListAttachedUserPoliciesAsync(new() { UserName = "alice" })).AttachedPolicies);
        Assert.Equal(("read", policy.Policy.Arn), (attached.PolicyName, attached.PolicyArn));
        GetUserPolicyResponse inline = await client.GetUserPolicyAsync(new("alice", "inline"));
        Assert.Equal(Document, WebUtility.UrlDecode(inline.PolicyDocument));
        await client.WaitUntilUserExistsAsync(new() { UserName = "alice" });
    }

    [SkippableFact]
    public async Task IAM_refuses_in_the_classes_of_the_model()
    {
        using AmazonIdentityManagementServiceClient client = Iam();
        await client.CreateGroupAsync(new("ops"));
        await Assert.ThrowsAsync<EntityAlreadyExistsException>(() => client.CreateGroupAsync(new("ops")));
        await Assert.ThrowsAsync<NoSuchEntityException>(() => client.GetRoleAsync(new() { RoleName = "nobody" }));
    }

    [SkippableFact]
    public async Task IAM_pages_are_walked_to_the_end()
    {
        using AmazonIdentityManagementServiceClient client = Iam();
        await client.CreateUserAsync(new("pages"));
        for (int i = 0; i < 7; i++) await client.PutUserPolicyAsync(new("pages", $"p{i}", Document));
        List<string> names = [];
        await foreach (string name in client.Paginators.ListUserPolicies(new("pages") { MaxItems = 3 }).PolicyNames) names.Add(name);
        Assert.Equal(["p0", "p1", "p2", "p3", "p4", "p5", "p6"], names.Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task A_json_service_answers_and_refuses()
    {
        using AmazonSimpleSystemsManagementClient ssm = new(Keys, Config<AmazonSimpleSystemsManagementConfig>());
        await Assert.ThrowsAsync<Amazon.SimpleSystemsManagement.Model.ParameterNotFoundException>(() => ssm.GetParameterAsync(new() { Name = "/nothing" }));
        using AmazonOrganizationsClient organizations = new(Keys, Config<AmazonOrganizationsConfig>());
        await Assert.ThrowsAsync<Amazon.Organizations.Model.AWSOrganizationsNotInUseException>(() => organizations.DescribeOrganizationAsync(new()));
    }
}
