using CloudEssentials.Aws.Connections;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Connections;

[Collection(EnvironmentCollection.Name)]
public sealed class CredentialKindTests : IDisposable
{
    private const string _role = "arn:aws:iam::111122223333:role/Auditor";
    private const string _device = "arn:aws:iam::111122223333:mfa/phone";

    private readonly AwsHome _home = new();
    private readonly TestHost _host = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_credential_process_gives_its_keys()
    {
        string answer = _home.Write("answer.json", """{"Version":1,"AccessKeyId":"PROCESS","SecretAccessKey":"s","SessionToken":"t"}""");
        _home.Write(".aws/config", $"[profile tool]\ncredential_process = {(OperatingSystem.IsWindows() ? "type" : "cat")} \"{answer}\"\n");

        Assert.Equal("PROCESS", await KeyAsync(new() { ProfileName = "tool" }));
    }

    [Fact]
    public async Task A_credential_process_that_fails_is_an_error_that_repeats_none_of_its_words()
    {
        string answer = _home.Write("answer.json", """{"Version":1,"AccessKeyId":"PROCESS","SecretAccessKey":"hush-hush" """);
        _home.Write(".aws/config", $"[profile tool]\ncredential_process = {(OperatingSystem.IsWindows() ? "type" : "cat")} \"{answer}\"\n");

        CloudException error = await FailAsync(new() { ProfileName = "tool" });

        Assert.Equal("CredentialProcessFailed", error.ErrorId);
        Assert.DoesNotContain("hush-hush", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_of_a_profile_is_assumed_at_the_endpoint_of_the_connection()
    {
        using LoopbackServer sts = new(_ => FakeSts.Role("ROLE", TimeSpan.FromHours(1)));
        _home.Write(".aws/credentials", "[base]\naws_access_key_id = BASE\naws_secret_access_key = s\n");
        _home.Write(".aws/config", $"[profile audit]\nrole_arn = {_role}\nsource_profile = base\nexternal_id = partner\nrole_session_name = me\nregion = eu-west-1\n");

        string key = await KeyAsync(new() { ProfileName = "audit", EndpointUrl = sts.Url });

        LoopbackServer.Call call = Assert.Single(sts.Calls);
        Assert.Equal("ROLE", key);
        Assert.Equal((_role, "partner", "me"), (call["RoleArn"], call["ExternalId"], call["RoleSessionName"]));
        Assert.Contains("Credential=BASE/", call.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("/eu-west-1/sts/", call.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_assumed_once_for_many_commands_and_its_code_asked_for_once()
    {
        using LoopbackServer sts = new(_ => FakeSts.Role("ROLE", TimeSpan.FromHours(1)));
        _home.Write(".aws/credentials", "[base]\naws_access_key_id = BASE\naws_secret_access_key = s\n");
        _home.Write(".aws/config", $"[profile audit]\nrole_arn = {_role}\nsource_profile = base\nmfa_serial = {_device}\n");
        _host.Secrets.Enqueue("123456");
        ConnectionResolver resolver = new();

        for (int command = 0; command < 3; command++)
            await resolver.ResolveAsync(new() { ProfileName = "audit", EndpointUrl = sts.Url }, new FakeConnectionHost(_host), CancellationToken.None);

        LoopbackServer.Call call = Assert.Single(sts.Calls);
        Assert.Equal((_device, "123456"), (call["SerialNumber"], call["TokenCode"]));
    }

    [Fact]
    public async Task A_role_with_mfa_and_nobody_there_is_an_error_that_says_so()
    {
        using LoopbackServer sts = new(_ => FakeSts.Role("ROLE", TimeSpan.FromHours(1)));

        CloudException error = await FailAsync(new() { AccessKey = "A", SecretKey = "s", EndpointUrl = sts.Url, Role = new(_role) { MfaSerial = _device } });

        Assert.Equal("InteractionRequired", error.ErrorId);
        Assert.Empty(sts.Calls);
    }

    [Fact]
    public async Task A_code_that_is_given_serves_once_and_the_next_is_asked_for()
    {
        int calls = 0;
        using LoopbackServer sts = new(_ => FakeSts.Role($"ROLE{++calls}", calls == 1 ? TimeSpan.FromSeconds(62) : TimeSpan.FromHours(1)));
        _host.Secrets.Enqueue("222222");
        AwsConnection connection = await Resolve(new() { AccessKey = "A", SecretKey = "s", EndpointUrl = sts.Url, Role = new(_role) { MfaSerial = _device, MfaCode = "111111" } });
        string first = connection.Credentials.GetCredentials().AccessKey;

        // The SDK renews a minute before the end.
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        string second = (await connection.Credentials.GetCredentialsAsync()).AccessKey;

        Assert.Equal(("ROLE1", "ROLE2"), (first, second));
        Assert.Equal(["111111", "222222"], sts.Calls.Select(call => call["TokenCode"]));
    }

    [Fact]
    public async Task Keys_of_a_container_are_renewed_when_they_expire()
    {
        int calls = 0;
        using LoopbackServer container = new(_ => new(
            $$"""{"AccessKeyId":"C{{++calls}}","SecretAccessKey":"s","Token":"t","Expiration":"{{DateTime.UtcNow.AddSeconds(calls == 1 ? 2 : 3600):yyyy-MM-ddTHH:mm:ssZ}}"}""", ContentType: "application/json"));
        _home.Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url);
        AwsConnection connection = await Resolve(new());

        await Task.Delay(TimeSpan.FromSeconds(2.5));

        Assert.Equal("C2", (await connection.Credentials.GetCredentialsAsync()).AccessKey);
        Assert.Equal(2, container.Calls.Count);
    }

    [Fact]
    public async Task A_foreign_object_is_asked_again_each_time_and_never_copied()
    {
        ForeignSdkCredentials foreign = new("F1");
        AwsConnection connection = await Resolve(new() { Credential = new { Credentials = foreign } });
        string first = connection.Credentials.GetCredentials().AccessKey;

        foreign.Key = "F2";

        Assert.Equal(("F1", "F2", "F2"), (first, connection.Credentials.GetCredentials().AccessKey, (await connection.Credentials.GetCredentialsAsync()).AccessKey));
        Assert.Equal("token", connection.Credentials.GetCredentials().Token);
    }

    [Fact]
    public async Task The_wrapper_that_AWS_Tools_keeps_in_its_variable_opens_although_its_credentials_are_internal()
    {
        _host.Variables["StoredAWSCredentials"] = new Wrapper(new("STORED"));

        Assert.Equal("STORED", await KeyAsync(new()));
    }

    [Fact]
    public async Task An_answer_of_STS_and_a_hashtable_serve_as_credentials()
    {
        System.Collections.Hashtable table = new() { ["accesskey"] = "TABLE", ["SecretKey"] = "s" };

        Assert.Equal("STS", await KeyAsync(new() { Credential = new { Credentials = new { AccessKeyId = "STS", SecretAccessKey = "s", SessionToken = "t", Expiration = DateTime.UtcNow } } }));
        Assert.Equal("TABLE", await KeyAsync(new() { Credential = table }));
    }

    [Fact]
    public async Task An_object_without_credentials_is_an_error_that_names_its_type()
    {
        CloudException error = await FailAsync(new() { Credential = new Uri("http://x/") });

        Assert.Equal("CredentialUnusable", error.ErrorId);
        Assert.Contains("Uri", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_of_SSO_that_the_cli_left_gives_the_keys_of_the_role()
    {
        using LoopbackServer sso = new(_ => new(
            $$"""{"roleCredentials":{"accessKeyId":"SSO","secretAccessKey":"s","sessionToken":"t","expiration":{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds()}} } }""", ContentType: "application/json"));
        _home.Set("AWS_ENDPOINT_URL_SSO", sso.Url);
        WriteSso();
        // The AWS CLI names the file by the SHA-1 of the session's name.
        _home.Write(".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json", $$"""{"startUrl":"https://corp.awsapps.com/start","region":"eu-west-1","accessToken":"signed-in","expiresAt":"{{DateTime.UtcNow.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}}"}""");

        Assert.Equal("SSO", await KeyAsync(new() { ProfileName = "corp dev" }));
        Assert.Equal("signed-in", Assert.Single(sso.Calls).Headers["x-amz-sso_bearer_token"]);
    }

    [Fact]
    public async Task Without_a_sign_in_of_SSO_the_error_says_the_command_that_makes_one()
    {
        WriteSso();

        CloudException error = await FailAsync(new() { ProfileName = "corp dev" });

        Assert.Equal("SsoLoginRequired", error.ErrorId);
        Assert.Equal("Run: aws sso login --profile 'corp dev'", error.Remedy);
    }

    [Fact]
    public async Task A_role_whose_source_needs_a_sign_in_says_the_command_for_the_source()
    {
        WriteSso();
        File.AppendAllText(Path.Combine(_home.Folder, ".aws", "config"), $"\n[profile audit]\nrole_arn = {_role}\nsource_profile = corp dev\n");

        CloudException error = await FailAsync(new() { ProfileName = "audit" });

        Assert.Equal("SsoLoginRequired", error.ErrorId);
        Assert.Equal("Run: aws sso login --profile 'corp dev'", error.Remedy);
    }

    [Fact]
    public async Task Roles_follow_one_another_as_their_profiles_do()
    {
        using LoopbackServer sts = new(call => FakeSts.Role(call["RoleArn"]!.EndsWith("First", StringComparison.Ordinal) ? "FIRST" : "SECOND", TimeSpan.FromHours(1)));
        _home.Write(".aws/credentials", "[base]\naws_access_key_id = BASE\naws_secret_access_key = s\n");
        _home.Write(".aws/config", $"[profile first]\nrole_arn = {_role}First\nsource_profile = base\n[profile second]\nrole_arn = {_role}Second\nsource_profile = first\n");

        string key = await KeyAsync(new() { ProfileName = "second", EndpointUrl = sts.Url });

        Assert.Equal("SECOND", key);
        Assert.Equal(["BASE", "FIRST"], sts.Calls.Select(call => call.Headers["Authorization"].Split("Credential=")[1].Split('/')[0]));
    }

    private void WriteSso() => _home.Write(".aws/config", """
        [profile corp dev]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Admin
        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access
        """);

    private Task<AwsConnection> Resolve(ConnectionRequest request) => new ConnectionResolver().ResolveAsync(request, new FakeConnectionHost(_host), CancellationToken.None);

    private async Task<string> KeyAsync(ConnectionRequest request) => (await (await Resolve(request)).Credentials.GetCredentialsAsync()).AccessKey;

    private Task<CloudException> FailAsync(ConnectionRequest request) => Assert.ThrowsAnyAsync<CloudException>(() => Resolve(request));

    /// <summary>The shape of another SDK's credentials.</summary>
    private sealed class ForeignSdkCredentials(string key)
    {
        public string Key { get; set; } = key;

        public ForeignKeys GetCredentials() => new(Key, "s", "token");

        public Task<ForeignKeys> GetCredentialsAsync() => Task.FromResult(GetCredentials());
    }

    private sealed record ForeignKeys(string AccessKey, string SecretKey, string Token);

    private sealed class Wrapper(ForeignSdkCredentials credentials)
    {
        internal ForeignSdkCredentials Credentials { get; } = credentials;
    }
}
