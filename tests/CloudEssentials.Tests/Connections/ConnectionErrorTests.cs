using System.Net;
using System.Net.Sockets;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Connections;

[Collection(EnvironmentCollection.Name)]
public sealed class ConnectionErrorTests : IDisposable
{
    private const string _secret = "hush-hush-secret";

    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task No_credentials_at_all_is_told_apart_and_told_quickly()
    {
        _home.Set("AWS_EC2_METADATA_DISABLED", null);
        _home.Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", $"http://127.0.0.1:{ClosedPort()}");
        DateTime start = DateTime.UtcNow;

        CloudException error = await FailAsync(new());

        Assert.Equal("NoCredentials", error.ErrorId);
        Assert.True(DateTime.UtcNow - start < TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_metadata_service_that_never_answers_is_given_up_within_seconds()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        _home.Set("AWS_EC2_METADATA_DISABLED", null);
        _home.Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}");
        DateTime start = DateTime.UtcNow;

        CloudException error = await FailAsync(new());

        Assert.Equal("NoCredentials", error.ErrorId);
        Assert.True(DateTime.UtcNow - start < TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("AK", null, null, "-SecretKey")]
    [InlineData(null, _secret, null, "-AccessKey")]
    [InlineData(null, null, "token", "-AccessKey and -SecretKey")]
    public async Task Half_a_key_pair_is_an_error_that_names_the_other_half(string? access, string? secret, string? token, string missing)
    {
        CloudException error = await FailAsync(new() { AccessKey = access, SecretKey = secret, SessionToken = token });

        Assert.Equal("KeyPairIncomplete", error.ErrorId);
        Assert.Contains($"without {missing}.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_key_pair_in_the_environment_is_an_error_and_not_passed_over()
    {
        _home.Set("AWS_ACCESS_KEY_ID", "AK");

        CloudException error = await FailAsync(new());

        Assert.Equal("KeyPairIncomplete", error.ErrorId);
        Assert.Contains("AWS_SECRET_ACCESS_KEY", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prodution", "Did you mean 'production'?")]
    [InlineData("something-else-entirely", "Profiles: production, staging.")]
    public async Task An_unknown_profile_is_an_error_that_names_those_there_are(string name, string remedy)
    {
        _home.Write(".aws/credentials", "[production]\naws_access_key_id = A\naws_secret_access_key = s\n[staging]\naws_access_key_id = A\naws_secret_access_key = s\n");

        CloudException error = await FailAsync(new() { ProfileName = name });

        Assert.Equal("ProfileNotFound", error.ErrorId);
        Assert.StartsWith(remedy, error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_profile_of_AWS_PROFILE_is_an_error_too()
    {
        _home.Set("AWS_PROFILE", "nowhere");

        CloudException error = await FailAsync(new());

        Assert.Equal("ProfileNotFound", error.ErrorId);
        Assert.StartsWith("AWS_PROFILE:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_profile_file_is_an_error_that_names_the_line_and_repeats_none_of_it()
    {
        _home.Write(".aws/credentials", $"[default]\naws_access_key_id = A\n{_secret}\n");

        CloudException error = await FailAsync(new());

        Assert.Equal("ProfileFileBroken", error.ErrorId);
        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
        Assert.Contains(_home.CredentialsFile, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_location_without_a_file_is_an_error_that_names_it()
    {
        CloudException error = await FailAsync(new() { ProfileName = "x", ProfileLocation = "/no/such/file" });

        Assert.Equal("ProfileFileNotFound", error.ErrorId);
    }

    [Fact]
    public async Task A_role_profile_whose_source_is_missing_is_an_error_that_says_which()
    {
        _home.Write(".aws/config", "[profile audit]\nrole_arn = arn:aws:iam::111122223333:role/Auditor\nsource_profile = gone\n");

        CloudException error = await FailAsync(new() { ProfileName = "audit" });

        Assert.Equal("ProfileIncomplete", error.ErrorId);
        Assert.Contains("gone", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_region_is_an_error_with_the_nearest_name()
    {
        CloudException error = await FailAsync(new() { AccessKey = "A", SecretKey = "s", Region = "eu-wst-1" });

        Assert.Equal("RegionUnknown", error.ErrorId);
        Assert.Contains("Did you mean eu-west-1?", error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:5000")]
    [InlineData("htp://127.0.0.1")]
    [InlineData("http://")]
    [InlineData("http://user:hush-hush-secret@127.0.0.1/")]
    [InlineData("https://host/?q=1")]
    public async Task A_malformed_endpoint_is_an_error(string url)
    {
        CloudException error = await FailAsync(new() { AccessKey = "A", SecretKey = "s", EndpointUrl = url });

        Assert.Equal("EndpointUrlInvalid", error.ErrorId);
        Assert.DoesNotContain(_secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_endpoint_of_the_environment_is_an_error_that_names_the_variable()
    {
        _home.Set("AWS_ENDPOINT_URL_STS", "nonsense");

        CloudException error = await CallAsync(new() { AccessKey = "A", SecretKey = "s" });

        Assert.Equal("EndpointUrlInvalid", error.ErrorId);
        Assert.Contains("AWS_ENDPOINT_URL", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_RETRY_MODE", "eager")]
    [InlineData("AWS_MAX_ATTEMPTS", "0")]
    public async Task A_setting_of_the_environment_that_cannot_be_is_an_error_that_names_it(string name, string value)
    {
        _home.Set(name, value);

        CloudException error = await FailAsync(new() { AccessKey = "A", SecretKey = "s" });

        Assert.Equal("AwsSettingInvalid", error.ErrorId);
        Assert.StartsWith(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_endpoint_of_a_service_comes_before_the_endpoint_of_all()
    {
        using LoopbackServer all = new(_ => FakeSts.Identity("000000000000"));
        using LoopbackServer sts = new(_ => FakeSts.Identity("222222222222"));
        _home.Set("AWS_ENDPOINT_URL", all.Url);
        AwsConnection connection = await ResolveAsync(new() { AccessKey = "A", SecretKey = "s", Region = "eu-west-1" });
        string first = (await connection.GetCallerIdentityAsync(CancellationToken.None)).AccountId;

        _home.Set("AWS_ENDPOINT_URL_STS", sts.Url);
        connection = await ResolveAsync(new() { AccessKey = "A", SecretKey = "s", Region = "eu-west-1" });
        string second = (await connection.GetCallerIdentityAsync(CancellationToken.None)).AccountId;

        Assert.Equal(("000000000000", "222222222222"), (first, second));
        Assert.Contains("/eu-west-1/sts/", sts.Calls[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_endpoint_of_a_profile_serves_and_the_user_agent_names_the_module()
    {
        using LoopbackServer sts = new(_ => FakeSts.Identity());
        _home.Write(".aws/credentials", "[local]\naws_access_key_id = A\naws_secret_access_key = s\n");
        _home.Write(".aws/config", $"[profile local]\nendpoint_url = {sts.Url}\n");

        AwsConnection connection = await ResolveAsync(new() { ProfileName = "local" });
        await connection.GetCallerIdentityAsync(CancellationToken.None);

        Assert.Contains("CloudEssentials/", Assert.Single(sts.Calls).Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_endpoint_is_named_with_the_time_and_the_attempts()
    {
        int port = ClosedPort();

        CloudException error = await CallAsync(Keys($"http://127.0.0.1:{port}"));

        Assert.Equal("EndpointUnreachable", error.ErrorId);
        Assert.Matches($@"^The endpoint http://127\.0\.0\.1:{port} cannot be reached: .+\. Gave up after \d+\.\d s and 3 attempts\.$", error.Message);
    }

    [Theory]
    [InlineData("ExpiredToken", "The security token included in the request is expired", "CredentialsExpired", CloudErrorCategory.AuthenticationError)]
    [InlineData("InvalidClientTokenId", "The security token included in the request is invalid.", "CredentialsInvalid", CloudErrorCategory.AuthenticationError)]
    [InlineData("SignatureDoesNotMatch", "Signature expired: 20260101T000000Z is now earlier than 20260101T001000Z", "ClockSkewed", CloudErrorCategory.AuthenticationError)]
    [InlineData("SignatureDoesNotMatch", "The request signature we calculated does not match", "CredentialsInvalid", CloudErrorCategory.AuthenticationError)]
    [InlineData("OptInRequired", "You are not subscribed to this service.", "RegionNotOptedIn", CloudErrorCategory.PermissionDenied)]
    [InlineData("NoSuchEntity", "The user with name x cannot be found.", "ResourceNotFound", CloudErrorCategory.ObjectNotFound)]
    [InlineData("EntityAlreadyExists", "There is one.", "ResourceExists", CloudErrorCategory.ResourceExists)]
    [InlineData("DeleteConflict", "Detach first.", "ResourceInUse", CloudErrorCategory.ResourceBusy)]
    [InlineData("LimitExceeded", "Cannot exceed quota.", "LimitExceeded", CloudErrorCategory.LimitsExceeded)]
    [InlineData("InvalidVpcID.NotFound", "The vpc ID does not exist", "ResourceNotFound", CloudErrorCategory.ObjectNotFound)]
    [InlineData("ValidationError", "1 validation error detected", "RequestRefused", CloudErrorCategory.InvalidArgument)]
    public async Task A_refusal_keeps_the_services_code_and_request_under_an_id_of_our_own(string code, string message, string errorId, CloudErrorCategory category)
    {
        using LoopbackServer sts = new(_ => FakeSts.Error(code, message, 400));

        AwsRefusedException error = Assert.IsType<AwsRefusedException>(await CallAsync(Keys(sts.Url)));

        Assert.Equal((errorId, category, code, "11111111-2222-3333-4444-555555555555", 400), (error.ErrorId, error.Category, error.ErrorCode, error.RequestId, error.StatusCode));
        Assert.Contains(message.TrimEnd('.'), error.Message, StringComparison.Ordinal);
        Assert.Equal("sts:GetCallerIdentity", error.Action);
    }

    [Fact]
    public async Task Throttling_that_outlasts_the_attempts_says_how_many_there_were()
    {
        using LoopbackServer sts = new(_ => FakeSts.Error("Throttling", "Rate exceeded", 400));

        CloudException error = await CallAsync(Keys(sts.Url));

        Assert.Equal("Throttled", error.ErrorId);
        Assert.Matches(@"Gave up after 3 attempts in \d+\.\d s\.$", error.Message);
        Assert.Equal(3, sts.Calls.Count);
    }

    [Fact]
    public async Task The_number_of_attempts_is_the_environments()
    {
        using LoopbackServer sts = new(_ => FakeSts.Error("Throttling", "Rate exceeded", 400));
        _home.Set("AWS_MAX_ATTEMPTS", "1");

        await CallAsync(Keys(sts.Url));

        Assert.Single(sts.Calls);
    }

    [Theory]
    [InlineData("User: arn:aws:iam::111122223333:user/bo is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111122223333:user/ because no identity-based policy allows the iam:ListUsers action", "iam:ListUsers", "arn:aws:iam::111122223333:user/")]
    [InlineData("You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/bo is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:111122223333:instance/* because no identity-based policy allows the ec2:RunInstances action. Encoded authorization failure message: AbCd-_123", "ec2:RunInstances", "arn:aws:ec2:us-east-1:111122223333:instance/*")]
    [InlineData("You are not authorized to perform this operation.", "sts:GetCallerIdentity", null)]
    public async Task A_denied_action_comes_with_the_smallest_statement_that_would_allow_it(string message, string action, string? resource)
    {
        using LoopbackServer sts = new(_ => FakeSts.Error("AccessDenied", message));

        AwsRefusedException error = Assert.IsType<AwsRefusedException>(await CallAsync(Keys(sts.Url)));

        Assert.Equal(("AccessDenied", action, resource), (error.ErrorId, error.Action, error.Resource));
        Assert.Equal($$"""{"Effect":"Allow","Action":"{{action}}","Resource":"{{resource ?? "*"}}"}""", error.SuggestedStatement);
        Assert.DoesNotContain("AbCd-_123", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Against_an_explicit_deny_no_statement_is_offered()
    {
        using LoopbackServer sts = new(_ => FakeSts.Error("AccessDenied", "User: u is not authorized to perform: ec2:RunInstances on resource: * with an explicit deny in a service control policy"));

        AwsRefusedException error = Assert.IsType<AwsRefusedException>(await CallAsync(Keys(sts.Url)));

        Assert.Null(error.SuggestedStatement);
        Assert.Contains("explicit deny in a service control policy", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_none_of_AWS_is_told_apart_from_a_refusal()
    {
        using LoopbackServer page = new(_ => new("<html><body>Welcome</body>", 200, "text/html"));

        CloudException error = await CallAsync(Keys(page.Url));

        Assert.Equal("AnswerUnreadable", error.ErrorId);
    }

    [Fact]
    public async Task A_role_that_is_refused_names_the_role_and_both_sides_that_must_allow_it()
    {
        using LoopbackServer sts = new(_ => FakeSts.Error("AccessDenied", "User: arn:aws:iam::111122223333:user/bo is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Auditor"));

        CloudException error = await FailAsync(new() { AccessKey = "A", SecretKey = "s", EndpointUrl = sts.Url, Role = new("arn:aws:iam::111122223333:role/Auditor") });

        Assert.Equal("RoleRefused", error.ErrorId);
        Assert.Equal("arn:aws:iam::111122223333:role/Auditor", error.Target);
        Assert.Contains("trust policy", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_refused_is_an_error_of_its_own()
    {
        using LoopbackServer sts = new(_ => FakeSts.Error("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code."));

        CloudException error = await FailAsync(new() { AccessKey = "A", SecretKey = "s", EndpointUrl = sts.Url, Role = new("arn:aws:iam::111122223333:role/Auditor") { MfaSerial = "phone", MfaCode = "000000" } });

        Assert.Equal("MfaCodeRejected", error.ErrorId);
        Assert.DoesNotContain("000000", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_can_be_stopped_in_its_middle()
    {
        using LoopbackServer slow = new(_ =>
        {
            Thread.Sleep(3000);
            return FakeSts.Identity();
        });
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(300));
        AwsConnection connection = await ResolveAsync(Keys(slow.Url));
        DateTime start = DateTime.UtcNow;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.GetCallerIdentityAsync(stop.Token));

        Assert.True(DateTime.UtcNow - start < TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task A_command_that_works_in_one_region_does_not_guess_it()
    {
        TestHost host = new();

        CloudException error = await Assert.ThrowsAnyAsync<CloudException>(() => host.ConnectAsync(new GetCloudAccountRequest { AccessKey = "A", SecretKey = "s" }, CancellationToken.None));

        Assert.Equal("RegionMissing", error.ErrorId);
    }

    private static ConnectionRequest Keys(string url) => new() { AccessKey = "AK", SecretKey = _secret, EndpointUrl = url };

    private static int ClosedPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task<AwsConnection> ResolveAsync(ConnectionRequest request) => new ConnectionResolver().ResolveAsync(request, new FakeConnectionHost(new()), CancellationToken.None);

    private static Task<CloudException> FailAsync(ConnectionRequest request) => Assert.ThrowsAnyAsync<CloudException>(() => ResolveAsync(request));

    private static async Task<CloudException> CallAsync(ConnectionRequest request)
    {
        AwsConnection connection = await ResolveAsync(request);
        return CloudErrors.From(await Assert.ThrowsAnyAsync<Exception>(() => connection.GetCallerIdentityAsync(CancellationToken.None)));
    }
}
