using Amazon;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.IdentityManagement;
using Amazon.Runtime;

namespace CloudEssentials.Tests.Clients;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("eu-central-1", false, false, "https://ec2.eu-central-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://ec2-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "https://ec2.us-east-1.api.aws")]
    [InlineData("cn-north-1", false, false, "https://ec2.cn-north-1.amazonaws.com.cn")]
    public void A_regional_service_is_in_its_Region(string region, bool fips, bool dualStack, string url)
    {
        AmazonEC2Config config = new() { RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack };
        Assert.Equal(url, config.DetermineServiceOperationEndpoint(new(new DescribeRegionsRequest())).URL);
    }

    [Theory]
    [InlineData("eu-west-1", "https://iam.amazonaws.com/", "us-east-1")]
    [InlineData("cn-northwest-1", "https://iam.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("us-gov-east-1", "https://iam.us-gov.amazonaws.com/", "us-gov-west-1")]
    public async Task A_global_service_is_asked_and_signed_for_where_its_partition_keeps_it(string region, string url, string signingRegion)
    {
        FakeService service = new FakeService().Answer("<GetAccountSummaryResponse><GetAccountSummaryResult/></GetAccountSummaryResponse>");
        using AmazonIdentityManagementServiceClient client = service.Client<AmazonIdentityManagementServiceClient, AmazonIdentityManagementServiceConfig>(
            config => config.RegionEndpoint = RegionEndpoint.GetBySystemName(region));
        await client.GetAccountSummaryAsync();
        Assert.Equal(url, service.Only.Uri.ToString());
        Assert.Contains($"/{signingRegion}/iam/aws4_request", service.Only.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_the_users_own_is_taken_as_it_stands()
    {
        FakeService service = new FakeService().Answer("<DescribeRegionsResponse/>");
        using AmazonEC2Client client = service.Client<AmazonEC2Client, AmazonEC2Config>(config =>
        {
            config.ServiceURL = "http://127.0.0.1:4566";
            config.AuthenticationRegion = "ap-south-1";
        });
        await client.DescribeRegionsAsync();
        Assert.Equal("http://127.0.0.1:4566/", service.Only.Uri.ToString());
        Assert.Contains("/ap-south-1/ec2/aws4_request", service.Only.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_AWSs_rules_forbid_is_an_error_in_their_words()
    {
        AmazonEC2Config config = new() { ServiceURL = "http://127.0.0.1:4566", UseFIPSEndpoint = true };
        AmazonClientException error = Assert.Throws<AmazonClientException>(() => config.DetermineServiceOperationEndpoint(new(new DescribeRegionsRequest())));
        Assert.Contains("FIPS and custom endpoint are not supported", error.Message, StringComparison.Ordinal);
    }
}
