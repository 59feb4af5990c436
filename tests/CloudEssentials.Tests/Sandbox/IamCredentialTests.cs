using System.Globalization;
using System.Text;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Services.Iam;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>Passwords, keys, MFA devices and the credential report, which shows them all.</summary>
public sealed class IamCredentialTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly SandboxClock clock = new(Start);
    private readonly SandboxAccount account;
    private readonly WireClient root;

    public IamCredentialTests()
    {
        account = new SandboxAccount(new SandboxOptions { Seed = "credentials", Clock = clock });
        root = new WireClient(account);
    }

    public void Dispose()
    {
        root.Dispose();
        account.Dispose();
    }

    [Theory]
    [InlineData("short", "PasswordPolicyViolation")]
    [InlineData("alllowercase", "PasswordPolicyViolation")]
    [InlineData("Alice-2026", "PasswordPolicyViolation")]
    [InlineData("Correct-Horse-1", null)]
    public async Task Without_a_policy_of_its_own_the_account_has_AWSs(string password, string? code)
    {
        await root.Iam("CreateUser", ("UserName", "alice-2026"));

        WireAnswer answer = await root.Iam("CreateLoginProfile", ("UserName", "alice-2026"), ("Password", password));

        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task A_password_policy_is_kept_whole_and_holds_for_new_passwords()
    {
        WireAnswer none = await root.Iam("GetAccountPasswordPolicy");
        await root.Iam("UpdateAccountPasswordPolicy", ("MinimumPasswordLength", "14"), ("RequireSymbols", "true"), ("MaxPasswordAge", "90"), ("PasswordReusePrevention", "3"));
        WireAnswer policy = await root.Iam("GetAccountPasswordPolicy");
        await root.Iam("CreateUser", ("UserName", "alice"));
        WireAnswer weak = await root.Iam("CreateLoginProfile", ("UserName", "alice"), ("Password", "Short-pass-1"));
        WireAnswer made = await root.Iam("CreateLoginProfile", ("UserName", "alice"), ("Password", "a-long-pass-phrase"));
        WireAnswer again = await root.Iam("UpdateLoginProfile", ("UserName", "alice"), ("Password", "a-long-pass-phrase"));

        Assert.Equal((404, "NoSuchEntity"), (none.Status, none.Code));
        Assert.Equal(("14", "true", "false", "true", "90"), (policy.Text("MinimumPasswordLength"), policy.Text("RequireSymbols"), policy.Text("RequireNumbers"), policy.Text("ExpirePasswords"), policy.Text("MaxPasswordAge")));
        Assert.Equal("PasswordPolicyViolation", weak.Code);
        Assert.Equal(200, made.Status);
        Assert.Equal("PasswordPolicyViolation", again.Code);
        Assert.Equal(200, (await root.Iam("DeleteAccountPasswordPolicy")).Status);
    }

    [Fact]
    public async Task A_virtual_device_comes_with_a_picture_of_its_own_address()
    {
        byte[] first = Convert.FromBase64String((await root.Iam("CreateVirtualMFADevice", ("VirtualMFADeviceName", "phone"))).Text("QRCodePNG")!);
        byte[] second = Convert.FromBase64String((await root.Iam("CreateVirtualMFADevice", ("VirtualMFADeviceName", "tablet"))).Text("QRCodePNG")!);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], first[..4]);
        Assert.Equal(first[16..20], first[20..24]);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task A_virtual_device_is_enabled_by_two_codes_that_follow_each_other_and_proves_a_session()
    {
        using WireClient alice = await User("alice");
        WireAnswer made = await root.Iam("CreateVirtualMFADevice", ("VirtualMFADeviceName", "alice-phone"));
        string serial = made.Text("SerialNumber")!;
        string seed = Encoding.ASCII.GetString(Convert.FromBase64String(made.Text("Base32StringSeed")!));
        DateTimeOffset now = DateTimeOffset.UtcNow;
        (string, string)[] device = [("UserName", "alice"), ("SerialNumber", serial)];

        WireAnswer wrong = await root.Iam("EnableMFADevice", [.. device, ("AuthenticationCode1", TimeCodes.At(seed, now.AddHours(1))), ("AuthenticationCode2", TimeCodes.At(seed, now))]);
        WireAnswer enabled = await root.Iam("EnableMFADevice", [.. device, ("AuthenticationCode1", TimeCodes.At(seed, now)), ("AuthenticationCode2", TimeCodes.At(seed, now.AddSeconds(30)))]);
        WireAnswer refused = await alice.Sts("GetSessionToken", ("SerialNumber", serial), ("TokenCode", TimeCodes.At(seed, now.AddDays(1))));
        WireAnswer session = await alice.Sts("GetSessionToken", ("SerialNumber", serial), ("TokenCode", TimeCodes.At(seed, DateTimeOffset.UtcNow)));

        Assert.Equal((403, "InvalidAuthenticationCode"), (wrong.Status, wrong.Code));
        Assert.Equal(200, enabled.Status);
        Assert.Equal((403, "AccessDenied"), (refused.Status, refused.Code));
        Assert.Equal(200, session.Status);
        Assert.Equal("alice", (await root.Iam("ListVirtualMFADevices")).Text("UserName"));
        Assert.Equal("DeleteConflict", (await root.Iam("DeleteVirtualMFADevice", ("SerialNumber", serial))).Code);
        await root.Iam("DeactivateMFADevice", device);
        Assert.Equal(200, (await root.Iam("DeleteVirtualMFADevice", ("SerialNumber", serial))).Status);
    }

    [Fact]
    public void Codes_are_those_of_the_standard()
    {
        // RFC 6238, appendix B, in its last six digits: the seed is the ASCII text 12345678901234567890.
        const string Seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

        Assert.Equal("287082", TimeCodes.At(Seed, DateTimeOffset.FromUnixTimeSeconds(59)));
        Assert.Equal("081804", TimeCodes.At(Seed, DateTimeOffset.FromUnixTimeSeconds(1111111109)));
        Assert.Equal("279037", TimeCodes.At(Seed, DateTimeOffset.FromUnixTimeSeconds(2000000000)));
    }

    [Fact]
    public async Task The_report_tells_keys_passwords_and_their_last_use_and_lasts_four_hours()
    {
        using WireClient alice = await User("alice");
        await root.Iam("CreateLoginProfile", ("UserName", "alice"), ("Password", "Correct-Horse-1"));
        clock.Advance(TimeSpan.FromDays(2));
        await alice.Ec2In("eu-west-1", "DescribeRegions");
        WireAnswer early = await root.Iam("GetCredentialReport");
        WireAnswer started = await root.Iam("GenerateCredentialReport");
        WireAnswer complete = await root.Iam("GenerateCredentialReport");
        string report = Encoding.UTF8.GetString(Convert.FromBase64String((await root.Iam("GetCredentialReport")).Text("Content")!));
        clock.Advance(TimeSpan.FromHours(4));
        WireAnswer expired = await root.Iam("GetCredentialReport");

        Assert.Equal((410, "ReportNotPresent"), (early.Status, early.Code));
        Assert.Equal(("STARTED", "COMPLETE"), (started.Text("State"), complete.Text("State")));
        Assert.Equal((410, "ReportExpired"), (expired.Status, expired.Code));
        string[] lines = report.Split('\n');
        Assert.Equal(22, lines[0].Split(',').Length);
        Assert.Equal(
            "<root_account>,arn:aws:iam::123456789012:root,2026-03-01T12:00:00+00:00,true,no_information,not_supported,not_supported,false,"
            + "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A",
            lines[1]);
        Assert.Equal(
            "alice,arn:aws:iam::123456789012:user/alice,2026-03-01T12:00:00+00:00,true,no_information,2026-03-01T12:00:00+00:00,N/A,false,"
            + "true,2026-03-01T12:00:00+00:00,2026-03-03T12:00:00+00:00,eu-west-1,ec2,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A",
            lines[2]);
    }

    [Fact]
    public async Task Of_uses_within_15_minutes_the_first_is_kept_and_a_refused_call_counts()
    {
        using WireClient alice = await User("alice");
        string id = alice.AccessKeyId;
        WireAnswer never = await root.Iam("GetAccessKeyLastUsed", ("AccessKeyId", id));
        WireAnswer refused = await alice.Iam("ListUsers");
        clock.Advance(TimeSpan.FromMinutes(14));
        await alice.Iam("ListUsers");
        WireAnswer first = await root.Iam("GetAccessKeyLastUsed", ("AccessKeyId", id));
        clock.Advance(TimeSpan.FromMinutes(2));
        await alice.Iam("ListUsers");
        WireAnswer second = await root.Iam("GetAccessKeyLastUsed", ("AccessKeyId", id));

        Assert.Equal(("N/A", null), (never.Text("ServiceName"), never.Text("LastUsedDate")));
        Assert.Equal(403, refused.Status);
        Assert.Equal(("iam", Write(Start)), (first.Text("ServiceName"), first.Text("LastUsedDate")));
        Assert.Equal(Write(Start.AddMinutes(16)), second.Text("LastUsedDate"));
    }

    [Fact]
    public async Task The_root_users_own_keys_sign_and_are_counted()
    {
        WireAnswer key = await root.Iam("CreateAccessKey");
        using var byKey = new WireClient(account) { AccessKeyId = key.Text("AccessKeyId")!, SecretAccessKey = key.Text("SecretAccessKey")! };

        Assert.Equal("arn:aws:iam::123456789012:root", (await byKey.Sts("GetCallerIdentity")).Text("Arn"));
        WireAnswer summary = await root.Iam("GetAccountSummary");
        Assert.Equal("1", summary.All("value")[summary.All("key").ToList().IndexOf("AccountAccessKeysPresent")]);
        await root.Iam("UpdateAccessKey", ("AccessKeyId", byKey.AccessKeyId), ("Status", "Inactive"));
        Assert.Equal("InvalidClientTokenId", (await byKey.Sts("GetCallerIdentity")).Code);
    }

    [Fact]
    public async Task A_user_goes_only_when_nothing_hangs_on_it()
    {
        using WireClient alice = await User("alice");
        await root.Iam("CreateLoginProfile", ("UserName", "alice"), ("Password", "Correct-Horse-1"));

        WireAnswer keys = await root.Iam("DeleteUser", ("UserName", "alice"));
        await root.Iam("DeleteAccessKey", ("UserName", "alice"), ("AccessKeyId", alice.AccessKeyId));
        WireAnswer password = await root.Iam("DeleteUser", ("UserName", "alice"));
        await root.Iam("DeleteLoginProfile", ("UserName", "alice"));

        Assert.Equal(("DeleteConflict", "Cannot delete entity, must delete access keys first."), (keys.Code, keys.Message));
        Assert.Equal(("DeleteConflict", "Cannot delete entity, must delete login profile first."), (password.Code, password.Message));
        Assert.Equal(200, (await root.Iam("DeleteUser", ("UserName", "alice"))).Status);
    }

    private static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private async Task<WireClient> User(string name)
    {
        await root.Iam("CreateUser", ("UserName", name));
        WireAnswer key = await root.Iam("CreateAccessKey", ("UserName", name));
        return new WireClient(account) { AccessKeyId = key.Text("AccessKeyId")!, SecretAccessKey = key.Text("SecretAccessKey")! };
    }
}
