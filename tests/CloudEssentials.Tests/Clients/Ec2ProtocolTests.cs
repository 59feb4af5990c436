using System.Net;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;

namespace CloudEssentials.Tests.Clients;

public sealed class Ec2ProtocolTests
{
    private const string Zones = """
        <?xml version="1.0" encoding="UTF-8"?>
        <DescribeAvailabilityZonesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
          <requestId>11111111-2222-3333-4444-555555555555</requestId>
          <availabilityZoneInfo>
            <item>
              <zoneName>eu-west-1a</zoneName><zoneId>euw1-az1</zoneId><zoneState>impaired</zoneState><zoneType>availability-zone</zoneType>
              <optInStatus>opt-in-not-required</optInStatus>
              <messageSet><item><message>Power &amp; cooling</message></item></messageSet>
            </item>
            <item><zoneName>eu-west-1b</zoneName><messageSet/></item>
          </availabilityZoneInfo>
        </DescribeAvailabilityZonesResponse>
        """;

    private readonly FakeService _service = new();

    private AmazonEC2Client Client(Action<AmazonEC2Config>? configure = null) => _service.Client<AmazonEC2Client, AmazonEC2Config>(configure);

    [Fact]
    public async Task A_request_is_a_form_with_numbered_lists_and_capital_names()
    {
        _service.Answer(Zones);
        using AmazonEC2Client client = Client();
        await client.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest
        {
            AllAvailabilityZones = true,
            DryRun = false,
            ZoneNames = ["eu-west-1a", "eu-west-1b"],
            Filters = [new("zone-type", ["local-zone", "wavelength-zone"]), new("state", ["available"])],
        });

        FakeService.Sent sent = _service.Only;
        Assert.Equal("POST", sent.Method);
        Assert.Equal("https://ec2.eu-west-1.amazonaws.com/", sent.Uri.ToString());
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", sent.Headers["Content-Type"]);
        Assert.Equal(
            """
            Action=DescribeAvailabilityZones
            AllAvailabilityZones=true
            DryRun=false
            Filter.1.Name=zone-type
            Filter.1.Value.1=local-zone
            Filter.1.Value.2=wavelength-zone
            Filter.2.Name=state
            Filter.2.Value.1=available
            Version=2016-11-15
            ZoneName.1=eu-west-1a
            ZoneName.2=eu-west-1b
            """.ReplaceLineEndings("\n"), sent.Form);
    }

    [Fact]
    public async Task What_was_not_set_is_not_sent()
    {
        _service.Answer(Zones);
        using AmazonEC2Client client = Client();
        await client.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest { ZoneIds = [] });
        Assert.Equal("Action=DescribeAvailabilityZones\nVersion=2016-11-15", _service.Only.Form);
    }

    [Fact]
    public async Task A_response_becomes_objects_and_an_empty_list_stays_null()
    {
        _service.Answer(Zones);
        using AmazonEC2Client client = Client();
        DescribeAvailabilityZonesResponse response = await client.DescribeAvailabilityZonesAsync();

        Assert.Equal("11111111-2222-3333-4444-555555555555", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Collection(response.AvailabilityZones,
            zone =>
            {
                Assert.Equal(("eu-west-1a", "euw1-az1", "availability-zone"), (zone.ZoneName, zone.ZoneId, zone.ZoneType));
                Assert.Equal(AvailabilityZoneState.Impaired, zone.State);
                Assert.Equal(AvailabilityZoneOptInStatus.OptInNotRequired, zone.OptInStatus);
                Assert.Equal("Power & cooling", Assert.Single(zone.Messages).Message);
            },
            zone =>
            {
                Assert.Null(zone.State);
                Assert.Null(zone.Messages);
            });
    }

    [Fact]
    public async Task An_error_document_becomes_an_exception_with_code_and_request_id()
    {
        _service.Answer("""
            <Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized. Encoded authorization failure message: abc</Message></Error></Errors><RequestID>req-1</RequestID></Response>
            """, HttpStatusCode.Forbidden);
        using AmazonEC2Client client = Client();
        AmazonEC2Exception error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.DescribeRegionsAsync());
        Assert.Equal(("UnauthorizedOperation", "req-1", HttpStatusCode.Forbidden, ErrorType.Sender), (error.ErrorCode, error.RequestId, error.StatusCode, error.ErrorType));
        Assert.StartsWith("You are not authorized.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>Forbidden by the proxy</body></html>", "Forbidden by the proxy")]
    [InlineData("not even markup", "not even markup")]
    [InlineData("", "without a body")]
    public async Task An_answer_that_is_not_AWSs_tells_its_status_and_how_it_began(string body, string expected)
    {
        _service.Answer(body, HttpStatusCode.Forbidden);
        using AmazonEC2Client client = Client();
        AmazonEC2Exception error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.DescribeRegionsAsync());
        Assert.Equal("Forbidden", error.ErrorCode);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("403", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RequestLimitExceeded", 503, RequestRetryMode.Standard)]
    [InlineData("Throttling", 400, RequestRetryMode.Standard)]
    [InlineData("InternalError", 500, RequestRetryMode.Standard)]
    [InlineData("InternalError", 500, RequestRetryMode.Adaptive)]
    public async Task A_call_that_failed_in_passing_is_made_again(string code, int status, RequestRetryMode mode)
    {
        _service
            .Answer($"<Response><Errors><Error><Code>{code}</Code><Message>Slow down.</Message></Error></Errors><RequestID>r</RequestID></Response>", (HttpStatusCode)status)
            .Answer(Zones);
        using AmazonEC2Client client = Client(config => config.RetryMode = mode);
        DescribeAvailabilityZonesResponse response = await client.DescribeAvailabilityZonesAsync();
        Assert.Equal(2, response.AvailabilityZones.Count);
        Assert.Equal(2, _service.Requests.Count);
        Assert.Equal(_service.Requests[0].Form, _service.Requests[1].Form);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        _service.Answer("<Response><Errors><Error><Code>AuthFailure</Code><Message>No.</Message></Error></Errors><RequestID>r</RequestID></Response>", HttpStatusCode.Unauthorized);
        using AmazonEC2Client client = Client();
        await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.DescribeRegionsAsync());
        Assert.Single(_service.Requests);
    }

    [Fact]
    public async Task Requests_are_signed_for_the_Region_and_name_the_module()
    {
        _service.Answer(Zones);
        using AmazonEC2Client client = Client();
        await client.DescribeAvailabilityZonesAsync();
        FakeService.Sent sent = _service.Only;
        Assert.Matches(@"^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\d{8}/eu-west-1/ec2/aws4_request, SignedHeaders=", sent.Headers["Authorization"]);
        Assert.Matches(@"^CloudEssentials/\d+\.\d+\.\d+", sent.Headers["User-Agent"]);
        Assert.Contains("api/EC2#", sent.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_allowed_for_and_the_call_made_again()
    {
        DateTimeOffset there = DateTimeOffset.UtcNow.AddHours(2);
        _service
            .Answer("<Response><Errors><Error><Code>RequestTimeTooSkewed</Code><Message>The difference is too large.</Message></Error></Errors><RequestID>r</RequestID></Response>", HttpStatusCode.Forbidden, ("Date", there.ToString("R")))
            .Answer(Zones);
        using AmazonEC2Client client = Client(config =>
        {
            // The correction is kept for each endpoint: an address of its own keeps it from the other tests.
            config.ServiceURL = "http://clock.test";
            config.AuthenticationRegion = "eu-west-1";
        });
        await client.DescribeAvailabilityZonesAsync();
        DateTime signedFor = DateTime.ParseExact(_service.Requests[1].Headers["X-Amz-Date"], "yyyyMMdd'T'HHmmss'Z'", null);
        Assert.Equal(there.UtcDateTime, signedFor, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("<html><body>Sign in to the hotel's network</body></html>")]
    [InlineData("Sign in to the hotel's network")]
    [InlineData("")]
    [InlineData("<DescribeRegionsResponse><regionInfo><item>")]
    public async Task A_good_status_with_an_answer_that_is_not_AWSs_is_the_SDKs_own_error(string body)
    {
        _service.Answer(body);
        using AmazonEC2Client client = Client();
        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => client.DescribeRegionsAsync());
        Assert.IsAssignableFrom<AmazonServiceException>(error);
    }
}
