using System.Net;
using Amazon.AccessAnalyzer;
using Amazon.AccessAnalyzer.Model;
using Amazon.Account;
using Amazon.Account.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Pricing;
using Amazon.Pricing.Model;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using ParameterNotFoundException = Amazon.SimpleSystemsManagement.Model.ParameterNotFoundException;

namespace CloudEssentials.Tests.Clients;

public sealed class JsonProtocolTests
{
    private readonly FakeService _service = new();

    [Fact]
    public async Task A_json_request_names_its_operation_in_a_header()
    {
        _service.Answer("""{"FormatVersion":"aws_v1","PriceList":["{\"product\":{}}"],"NextToken":null}""", HttpStatusCode.OK, ("x-amzn-RequestId", "req-5"));
        using AmazonPricingClient client = _service.Client<AmazonPricingClient, AmazonPricingConfig>(config => config.RegionEndpoint = Amazon.RegionEndpoint.USEast1);
        GetProductsResponse response = await client.GetProductsAsync(new()
        {
            ServiceCode = "AmazonEC2",
            MaxResults = 10,
            Filters = [new() { Type = Amazon.Pricing.FilterType.TERM_MATCH, Field = "instanceType", Value = "t3.micro" }],
        });

        FakeService.Sent sent = _service.Only;
        Assert.Equal("https://api.pricing.us-east-1.amazonaws.com/", sent.Uri.ToString());
        Assert.Equal("AWSPriceListService.GetProducts", sent.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", sent.Headers["Content-Type"]);
        Assert.Equal("2017-10-15", sent.Headers["x-amz-api-version"]);
        Assert.Contains("/us-east-1/pricing/aws4_request", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("""{"ServiceCode":"AmazonEC2","Filters":[{"Type":"TERM_MATCH","Field":"instanceType","Value":"t3.micro"}],"MaxResults":10}""", sent.Body);
        Assert.Equal("""{"product":{}}""", Assert.Single(response.PriceList));
        Assert.Null(response.NextToken);
        Assert.Equal("req-5", response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task A_json_response_is_read_with_times_as_numbers()
    {
        _service.Answer("""{"Accounts":[{"Id":"111122223333","Status":"ACTIVE","JoinedMethod":"CREATED","JoinedTimestamp":1767323045.678}]}""");
        using AmazonOrganizationsClient client = _service.Client<AmazonOrganizationsClient, AmazonOrganizationsConfig>();
        ListAccountsResponse response = await client.ListAccountsAsync(new());
        Amazon.Organizations.Model.Account account = Assert.Single(response.Accounts);
        Assert.Equal(AccountStatus.ACTIVE, account.Status);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), account.JoinedTimestamp!.Value, TimeSpan.FromMilliseconds(1));
        Assert.Equal("{}", _service.Only.Body);
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.ssm#ParameterNotFound","message":"gone"}""", null)]
    [InlineData("""{"message":"gone"}""", "ParameterNotFound:http://internal.amazon.com/coral/com.amazonaws.ssm/")]
    public async Task A_json_error_is_known_by_body_or_header(string body, string? header)
    {
        _service.Answer(body, HttpStatusCode.BadRequest, header is null ? [("x-amzn-RequestId", "r-1")] : [("x-amzn-RequestId", "r-1"), ("x-amzn-ErrorType", header)]);
        using AmazonSimpleSystemsManagementClient client = _service.Client<AmazonSimpleSystemsManagementClient, AmazonSimpleSystemsManagementConfig>();
        ParameterNotFoundException error = await Assert.ThrowsAsync<ParameterNotFoundException>(() => client.GetParameterAsync(new() { Name = "/x", WithDecryption = true }));
        Assert.Equal(("ParameterNotFound", "gone", "r-1", ErrorType.Sender), (error.ErrorCode, error.Message, error.RequestId, error.ErrorType));
    }

    [Fact]
    public async Task An_error_tells_what_its_model_says_beside_the_message()
    {
        _service.Answer("""{"__type":"ConstraintViolationException","Message":"no","Reason":"ACCOUNT_NUMBER_LIMIT_EXCEEDED"}""", HttpStatusCode.BadRequest);
        using AmazonOrganizationsClient client = _service.Client<AmazonOrganizationsClient, AmazonOrganizationsConfig>();
        AmazonOrganizationsException error = await Assert.ThrowsAnyAsync<AmazonOrganizationsException>(() => client.DescribeOrganizationAsync(new()));
        Assert.Equal("ConstraintViolationException", error.ErrorCode);
        Assert.Equal("no", error.Message);
    }

    [Fact]
    public async Task A_rest_request_puts_members_where_the_model_says()
    {
        _service.Answer("""{"analyzers":[{"arn":"a","name":"n","type":"ACCOUNT","status":"ACTIVE","createdAt":"2026-01-02T03:04:05Z"}]}""");
        using AmazonAccessAnalyzerClient client = _service.Client<AmazonAccessAnalyzerClient, AmazonAccessAnalyzerConfig>();
        ListAnalyzersResponse response = await client.ListAnalyzersAsync(new() { Type = Amazon.AccessAnalyzer.Type.ACCOUNT, MaxResults = 5, NextToken = "a b/c" });

        FakeService.Sent sent = _service.Only;
        Assert.Equal(("GET", "/analyzer", ""), (sent.Method, sent.Uri.AbsolutePath, sent.Body));
        Assert.Equal("?maxResults=5&nextToken=a%20b%2Fc&type=ACCOUNT", sent.Uri.Query);
        AnalyzerSummary analyzer = Assert.Single(response.Analyzers);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), analyzer.CreatedAt);
        Assert.Equal(AnalyzerStatus.ACTIVE, analyzer.Status);
    }

    [Fact]
    public async Task A_label_is_escaped_so_that_it_stays_one_segment()
    {
        _service.Answer("""{"analyzer":{"arn":"a","name":"x/y z","type":"ACCOUNT","status":"ACTIVE"}}""");
        using AmazonAccessAnalyzerClient client = _service.Client<AmazonAccessAnalyzerClient, AmazonAccessAnalyzerConfig>();
        GetAnalyzerResponse response = await client.GetAnalyzerAsync(new() { AnalyzerName = "x/y z" });
        Assert.Equal("/analyzer/x%2Fy%20z", _service.Only.Uri.AbsolutePath);
        Assert.Equal("x/y z", response.Analyzer.Name);
    }

    [Fact]
    public async Task An_empty_label_is_refused_before_it_addresses_something_else()
    {
        using AmazonAccessAnalyzerClient client = _service.Client<AmazonAccessAnalyzerClient, AmazonAccessAnalyzerConfig>();
        AmazonClientException error = await Assert.ThrowsAsync<AmazonClientException>(() => client.GetAnalyzerAsync(new() { AnalyzerName = "" }));
        Assert.Contains("analyzerName", error.Message, StringComparison.Ordinal);
        Assert.Empty(_service.Requests);
    }

    [Fact]
    public async Task A_rest_body_holds_what_has_no_other_place()
    {
        _service.Answer("""{"AlternateContact":{"Name":"Ops","AlternateContactType":"SECURITY"}}""");
        using AmazonAccountClient client = _service.Client<AmazonAccountClient, AmazonAccountConfig>(config => config.RegionEndpoint = Amazon.RegionEndpoint.USEast1);
        GetAlternateContactResponse response = await client.GetAlternateContactAsync(new() { AlternateContactType = AlternateContactType.SECURITY, AccountId = "111122223333" });
        FakeService.Sent sent = _service.Only;
        Assert.Equal(("POST", "/getAlternateContact"), (sent.Method, sent.Uri.AbsolutePath));
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
        Assert.Equal("""{"AlternateContactType":"SECURITY","AccountId":"111122223333"}""", sent.Body);
        Assert.Equal("Ops", response.AlternateContact.Name);
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("""{"Parameter": {"Version": "x"}}""")]
    [InlineData("[]")]
    public async Task A_good_status_with_an_answer_that_is_not_AWSs_is_the_SDKs_own_error(string body)
    {
        _service.Answer(body);
        using AmazonSimpleSystemsManagementClient client = _service.Client<AmazonSimpleSystemsManagementClient, AmazonSimpleSystemsManagementConfig>();
        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => client.GetParameterAsync(new() { Name = "/x" }));
        Assert.IsAssignableFrom<AmazonServiceException>(error);
    }
}
