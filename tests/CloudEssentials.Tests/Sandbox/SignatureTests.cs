using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

public sealed class SignatureTests : IDisposable
{
    private readonly SandboxAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public async Task A_signature_under_the_right_key_tells_who_calls()
    {
        using var client = new WireClient(account);

        WireAnswer answer = await client.Sts("GetCallerIdentity");

        Assert.Equal(200, answer.Status);
        Assert.Equal("arn:aws:iam::123456789012:root", answer.Text("Arn"));
        Assert.Equal("123456789012", answer.Text("Account"));
        Assert.Equal(answer.RequestId, answer.Text("RequestId"));
    }

    [Fact]
    public async Task A_request_without_a_signature_is_refused_in_each_services_words()
    {
        using var client = new WireClient(account);

        WireAnswer sts = await client.Send(new(HttpMethod.Get, "https://sts.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15"));
        WireAnswer ec2 = await client.Send(new(HttpMethod.Get, "https://ec2.us-east-1.amazonaws.com/?Action=DescribeRegions&Version=2016-11-15"));

        Assert.Equal((403, "MissingAuthenticationToken"), (sts.Status, sts.Code));
        Assert.Equal((400, "MissingParameter"), (ec2.Status, ec2.Code));
    }

    [Fact]
    public async Task A_wrong_secret_key_is_refused_in_each_services_words()
    {
        using var client = new WireClient(account) { SecretAccessKey = "wrong" };

        WireAnswer sts = await client.Sts("GetCallerIdentity");
        WireAnswer ec2 = await client.Ec2("DescribeRegions");

        Assert.Equal((403, "SignatureDoesNotMatch"), (sts.Status, sts.Code));
        Assert.Equal((401, "AuthFailure"), (ec2.Status, ec2.Code));
    }

    [Fact]
    public async Task An_unknown_access_key_is_refused_in_each_services_words()
    {
        using var client = new WireClient(account) { AccessKeyId = "AKIAI44QH8DHBEXAMPLE" };

        WireAnswer iam = await client.Iam("GetAccountSummary");
        WireAnswer ec2 = await client.Ec2("DescribeRegions");

        Assert.Equal((403, "InvalidClientTokenId"), (iam.Status, iam.Code));
        Assert.Equal((401, "AuthFailure"), (ec2.Status, ec2.Code));
    }

    [Theory]
    [InlineData(-6, "Signature expired: ")]
    [InlineData(6, "Signature not yet current: ")]
    public async Task A_clock_that_is_off_is_told_so(int minutes, string start)
    {
        using var client = new WireClient(account) { Time = DateTimeOffset.UtcNow.AddMinutes(minutes) };

        WireAnswer answer = await client.Sts("GetCallerIdentity");

        Assert.Equal((403, "SignatureDoesNotMatch"), (answer.Status, answer.Code));
        Assert.StartsWith(start, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EC2_gives_a_clock_fifteen_minutes()
    {
        using var client = new WireClient(account) { Time = DateTimeOffset.UtcNow.AddMinutes(-14) };
        using var late = new WireClient(account) { Time = DateTimeOffset.UtcNow.AddMinutes(-16) };

        Assert.Equal(200, (await client.Ec2("DescribeRegions")).Status);
        Assert.Equal("RequestExpired", (await late.Ec2("DescribeRegions")).Code);
    }

    [Fact]
    public async Task A_presigned_request_is_good_until_it_runs_out()
    {
        using var client = new WireClient(account);
        using var late = new WireClient(account) { Time = DateTimeOffset.UtcNow.AddSeconds(-61) };
        (string, string)[] parameters = [("Action", "GetCallerIdentity"), ("Version", "2011-06-15")];

        WireAnswer good = await client.Presigned("sts", "us-east-1", "sts.us-east-1.amazonaws.com", 60, parameters);
        WireAnswer expired = await late.Presigned("sts", "us-east-1", "sts.us-east-1.amazonaws.com", 60, parameters);

        Assert.Equal(200, good.Status);
        Assert.Equal("SignatureDoesNotMatch", expired.Code);
        Assert.StartsWith("Signature expired: ", expired.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_for_another_service_or_Region_is_refused()
    {
        using var client = new WireClient(account);

        WireAnswer service = await client.Form("ec2", "us-east-1", "https://sts.us-east-1.amazonaws.com/", "2011-06-15", "GetCallerIdentity");
        WireAnswer region = await client.Form("iam", "eu-west-1", "https://iam.amazonaws.com/", "2010-05-08", "GetAccountSummary");

        Assert.Equal("Credential should be scoped to correct service: 'sts'. ", service.Message);
        Assert.Equal("Credential should be scoped to a valid region, not 'eu-west-1'. ", region.Message);
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/sts/aws4_request", "Authorization header requires 'Signature' parameter.")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c", "Credential must have exactly 5 slash-delimited elements")]
    [InlineData("Bearer token", "Unsupported AWS 'algorithm': 'Bearer'.")]
    public async Task A_signature_that_is_not_whole_is_told_what_it_lacks(string header, string words)
    {
        using var client = new WireClient(account);
        var request = new HttpRequestMessage(HttpMethod.Get, "https://sts.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260101T000000Z");

        WireAnswer answer = await client.Send(request);

        Assert.Equal("IncompleteSignature", answer.Code);
        Assert.Contains(words, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_was_changed_after_signing_is_refused()
    {
        using var client = new WireClient(account) { Tamper = true };

        WireAnswer answer = await client.Sts("GetCallerIdentity");

        Assert.Equal((403, "SignatureDoesNotMatch"), (answer.Status, answer.Code));
    }
}
