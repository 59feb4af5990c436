using Amazon.EC2;
using Amazon.IdentityManagement;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Operations;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Connections;

[Collection(EnvironmentCollection.Name)]
public sealed class ClientTests : IDisposable
{
    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_refusal_of_EC2_keeps_code_request_and_action_too()
    {
        using LoopbackServer ec2 = new(_ => new(
            "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized to perform this operation.</Message></Error></Errors><RequestID>rid</RequestID></Response>", 403));
        AwsConnection connection = await ResolveAsync(new() { AccessKey = "A", SecretKey = "s", EndpointUrl = ec2.Url });

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => connection.Ec2().DescribeRegionsAsync(new()));

        AwsRefusedException refused = Assert.IsType<AwsRefusedException>(CloudErrors.From(error));
        Assert.Equal(("AccessDenied", "UnauthorizedOperation", "rid", "ec2:DescribeRegions"), (refused.ErrorId, refused.ErrorCode, refused.RequestId, refused.Action));
        Assert.Contains("""{"Effect":"Allow","Action":"ec2:DescribeRegions","Resource":"*"}""", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_the_place_of_an_answer_is_told_by_the_generated_clients_too()
    {
        using LoopbackServer page = new(_ => new("<html><body>Sign in", 200, "text/html"));
        AwsConnection connection = await ResolveAsync(new() { AccessKey = "A", SecretKey = "s", EndpointUrl = page.Url });

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => connection.Ec2().DescribeRegionsAsync(new()));

        Assert.Equal("AnswerUnreadable", CloudErrors.From(error).ErrorId);
    }

    [Theory]
    [InlineData("eu-west-1", "aws", "https://ec2.eu-west-1.amazonaws.com", "https://iam.amazonaws.com")]
    [InlineData("cn-northwest-1", "aws-cn", "https://ec2.cn-northwest-1.amazonaws.com.cn", "https://iam.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-east-1", "aws-us-gov", "https://ec2.us-gov-east-1.amazonaws.com", "https://iam.us-gov.amazonaws.com")]
    public async Task Each_partition_has_its_own_endpoints(string region, string partition, string ec2, string iam)
    {
        AwsConnection connection = await ResolveAsync(new() { AccessKey = "A", SecretKey = "s", Region = region });

        AmazonEC2Client ec2Client = connection.Ec2();
        AmazonIdentityManagementServiceClient iamClient = connection.Iam();

        Assert.Equal(partition, connection.Partition);
        Assert.Equal(ec2, ec2Client.DetermineServiceOperationEndpoint(new Amazon.EC2.Model.DescribeRegionsRequest()).URL.TrimEnd('/'));
        Assert.Equal(iam, iamClient.DetermineServiceOperationEndpoint(new Amazon.IdentityManagement.Model.ListAccountAliasesRequest()).URL.TrimEnd('/'));
    }

    [Fact]
    public async Task A_client_is_made_once_for_a_region()
    {
        AwsConnection connection = await ResolveAsync(new() { AccessKey = "A", SecretKey = "s", Region = "eu-west-1" });

        Assert.Same(connection.Ec2(), connection.Ec2("eu-west-1"));
        Assert.NotSame(connection.Ec2(), connection.Ec2("eu-west-2"));
    }

    [Fact]
    public async Task The_attempts_of_a_profile_count_where_the_environment_names_none()
    {
        using LoopbackServer sts = new(_ => FakeSts.Error("Throttling", "Rate exceeded", 400));
        _home.Write(".aws/credentials", "[patient]\naws_access_key_id = A\naws_secret_access_key = s\n");
        _home.Write(".aws/config", "[profile patient]\nmax_attempts = 2\n");
        AwsConnection connection = await ResolveAsync(new() { ProfileName = "patient", EndpointUrl = sts.Url });

        await Assert.ThrowsAnyAsync<Exception>(() => connection.GetCallerIdentityAsync(CancellationToken.None));

        Assert.Equal(2, sts.Calls.Count);
    }

    private static Task<AwsConnection> ResolveAsync(ConnectionRequest request) => new ConnectionResolver().ResolveAsync(request, new FakeConnectionHost(new()), CancellationToken.None);
}
