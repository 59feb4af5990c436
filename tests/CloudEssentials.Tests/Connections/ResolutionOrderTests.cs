using Amazon.Runtime;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Connections;

[Collection(EnvironmentCollection.Name)]
public sealed class ResolutionOrderTests : IDisposable
{
    private static readonly string[] _order =
    [
        "KEYS", "CREDENTIAL", "PROFILE", "CONNECTION", "STORED", "ENVIRONMENT", "AWSPROFILE", "DEFAULT", "PSDEFAULT", "CONTAINER", "INSTANCE",
    ];

    private readonly AwsHome _home = new();
    private readonly LoopbackServer _machine = new(Machine);

    public static TheoryData<string> Sources => [.. _order];

    public void Dispose()
    {
        _machine.Dispose();
        _home.Dispose();
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Each_source_of_credentials_comes_before_all_that_follow_it(string first)
    {
        string[] there = _order[Array.IndexOf(_order, first)..];
        TestHost host = Offer(there);

        AwsConnection connection = await new ConnectionResolver().ResolveAsync(Request(there), new FakeConnectionHost(host), CancellationToken.None);

        Assert.Equal(first, connection.Credentials.GetCredentials().AccessKey);
    }

    [Fact]
    public async Task The_words_for_a_source_say_which_it_was()
    {
        TestHost host = Offer(["AWSPROFILE"]);

        AwsConnection connection = await new ConnectionResolver().ResolveAsync(new(), new FakeConnectionHost(host), CancellationToken.None);

        Assert.StartsWith("profile 'chosen'", connection.CredentialSource, StringComparison.Ordinal);
        Assert.Contains(host.Verbose, line => line.Contains("profile 'chosen'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_web_identity_of_the_environment_comes_after_its_keys_and_before_profiles()
    {
        Offer(["AWSPROFILE", "DEFAULT"]);
        _home.Set("AWS_WEB_IDENTITY_TOKEN_FILE", _home.Write("token", "a.b.c"));
        _home.Set("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/Pod");
        using LoopbackServer sts = new(_ => new(FakeSts.Role("WEBIDENTITY", TimeSpan.FromHours(1)).Body.Replace("AssumeRole", "AssumeRoleWithWebIdentity", StringComparison.Ordinal)));
        _home.Set("AWS_ENDPOINT_URL_STS", sts.Url);

        AwsConnection connection = await new ConnectionResolver().ResolveAsync(new(), new FakeConnectionHost(new()), CancellationToken.None);

        Assert.Equal("WEBIDENTITY", connection.Credentials.GetCredentials().AccessKey);
    }

    [Fact]
    public async Task A_default_profile_with_only_a_region_does_not_stand_in_the_way_of_the_container()
    {
        TestHost host = Offer(["CONTAINER"]);
        _home.Write(".aws/config", "[default]\nregion = eu-north-1\n");

        AwsConnection connection = await new ConnectionResolver().ResolveAsync(new(), new FakeConnectionHost(host), CancellationToken.None);

        Assert.Equal("CONTAINER", connection.Credentials.GetCredentials().AccessKey);
        Assert.Equal("eu-north-1", connection.Region);
    }

    [Theory]
    [InlineData("-Region", "eu-west-1")]
    [InlineData("-ProfileName", "eu-west-2")]
    [InlineData("connection", "eu-west-3")]
    [InlineData("$StoredAWSRegion", "eu-south-1")]
    [InlineData("default profile", "eu-central-1")]
    [InlineData("AWS_REGION", "us-west-1")]
    [InlineData("AWS_DEFAULT_REGION", "us-west-2")]
    public async Task Each_source_of_the_region_comes_before_all_that_follow_it(string first, string expected)
    {
        string[] order = ["-Region", "-ProfileName", "connection", "$StoredAWSRegion", "default profile", "AWS_REGION", "AWS_DEFAULT_REGION"];
        string[] there = order[Array.IndexOf(order, first)..];
        bool Has(string source) => there.Contains(source, StringComparer.Ordinal);
        _home.Write(".aws/credentials", "[default]\naws_access_key_id = D\naws_secret_access_key = d\n[named]\naws_access_key_id = N\naws_secret_access_key = n\n");
        _home.Write(".aws/config", $"[default]\noutput = json\n{(Has("default profile") ? "region = eu-central-1\n" : "")}[profile named]\noutput = json\n{(Has("-ProfileName") ? "region = eu-west-2\n" : "")}");
        _home.Set("AWS_REGION", Has("AWS_REGION") ? "us-west-1" : null);
        _home.Set("AWS_DEFAULT_REGION", "us-west-2");
        TestHost host = new();
        host.Variables["StoredAWSRegion"] = Has("$StoredAWSRegion") ? "eu-south-1" : null;
        ConnectionRequest request = new()
        {
            Region = Has("-Region") ? "eu-west-1" : null,
            ProfileName = Has("-ProfileName") ? "named" : null,
            Connection = Has("connection") ? Elsewhere("eu-west-3") : null,
        };

        AwsConnection connection = await new ConnectionResolver().ResolveAsync(request, new FakeConnectionHost(host), CancellationToken.None);

        Assert.Equal(expected, connection.Region);
        Assert.False(connection.RegionIsAssumed);
    }

    [Fact]
    public async Task Without_any_region_the_first_of_the_partition_is_taken_and_known_to_be_assumed()
    {
        AwsConnection connection = await new ConnectionResolver().ResolveAsync(new() { AccessKey = "A", SecretKey = "s" }, new FakeConnectionHost(new()), CancellationToken.None);

        Assert.Equal("us-east-1", connection.Region);
        Assert.True(connection.RegionIsAssumed);
    }

    [Fact]
    public async Task A_variable_that_changes_counts_from_the_next_command_on()
    {
        ConnectionResolver resolver = new();
        string one = _home.Write("one", "[default]\naws_access_key_id = ONE\naws_secret_access_key = s\n");
        string two = _home.Write("two", "[default]\naws_access_key_id = TWO\naws_secret_access_key = s\n");
        List<string> seen = [];

        foreach (string file in new[] { one, two })
        {
            _home.Set("AWS_SHARED_CREDENTIALS_FILE", file);
            AwsConnection connection = await resolver.ResolveAsync(new(), new FakeConnectionHost(new()), CancellationToken.None);
            seen.Add(connection.Credentials.GetCredentials().AccessKey);
        }

        Assert.Equal(["ONE", "TWO"], seen);
    }

    private static LoopbackServer.Answer Machine(LoopbackServer.Call call) => call.Path switch
    {
        "/latest/api/token" => new("token"),
        "/latest/meta-data/iam/security-credentials/" => new("WebServer"),
        "/latest/meta-data/placement/region" => new("eu-west-1"),
        "/container" => Keys("CONTAINER"),
        _ => Keys("INSTANCE"),
    };

    private static LoopbackServer.Answer Keys(string name) => new(
        $$"""{"Code":"Success","AccessKeyId":"{{name}}","SecretAccessKey":"s","Token":"t","Expiration":"{{DateTime.UtcNow.AddHours(6):yyyy-MM-ddTHH:mm:ssZ}}"}""",
        ContentType: "application/json");

    private static AwsConnection Elsewhere(string region) =>
        new(new(region, RegionIsAssumed: false, EndpointUrl: null, Handler: null, Profile: null), new BasicAWSCredentials("CONNECTION", "s"), "elsewhere");

    private static ConnectionRequest Request(string[] there) => new()
    {
        AccessKey = there.Contains("KEYS") ? "KEYS" : null,
        SecretKey = there.Contains("KEYS") ? "s" : null,
        Credential = there.Contains("CREDENTIAL") ? new BasicAWSCredentials("CREDENTIAL", "s") : null,
        ProfileName = there.Contains("PROFILE") ? "named" : null,
        Connection = there.Contains("CONNECTION") ? Elsewhere("eu-west-3") : null,
    };

    private TestHost Offer(string[] there)
    {
        string Profile(string source, string name) => there.Contains(source) ? $"[{name}]\naws_access_key_id = {source}\naws_secret_access_key = s\n" : "";
        _home.Write(".aws/credentials", Profile("PROFILE", "named") + Profile("AWSPROFILE", "chosen") + Profile("DEFAULT", "default") + Profile("PSDEFAULT", "AWS PS Default"));
        _home.Set("AWS_PROFILE", there.Contains("AWSPROFILE") ? "chosen" : null);
        _home.Set("AWS_ACCESS_KEY_ID", there.Contains("ENVIRONMENT") ? "ENVIRONMENT" : null);
        _home.Set("AWS_SECRET_ACCESS_KEY", there.Contains("ENVIRONMENT") ? "s" : null);
        _home.Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", there.Contains("CONTAINER") ? $"{_machine.Url}/container" : null);
        _home.Set("AWS_EC2_METADATA_DISABLED", null);
        _home.Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", _machine.Url);
        TestHost host = new();
        host.Variables["StoredAWSCredentials"] = there.Contains("STORED") ? new BasicAWSCredentials("STORED", "s") : null;
        return host;
    }
}
