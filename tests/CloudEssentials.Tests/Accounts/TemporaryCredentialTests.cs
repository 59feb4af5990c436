using CloudEssentials.Accounts;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Policies;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

public sealed class TemporaryCredentialTests
{
    private const string Role = "arn:aws:iam::123456789012:role/auditor";
    private const string Serial = "arn:aws:iam::123456789012:mfa/ana";

    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task The_keys_work_bind_by_name_and_are_in_no_text()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();

        TemporaryCredential keys = Assert.Single(await sandbox.Host.RunAsync(new GetTemporaryCredential(), new()));
        CloudAccount who = Assert.Single(await sandbox.Host.RunAsync(new GetCloudAccount(), new() { AccessKey = keys.AccessKey, SecretKey = keys.SecretKey, SessionToken = keys.SessionToken }));

        Assert.Equal("arn:aws:iam::123456789012:root", who.Arn);
        Assert.Equal([nameof(keys.AccessKey), nameof(keys.SecretKey), nameof(keys.SessionToken)], keys.ToSplat().Keys.Cast<string>().Order());
        string everything = string.Join('\n', [.. sandbox.Host.Verbose, .. sandbox.Host.Warnings, $"{keys}"]);
        Assert.DoesNotContain(keys.SecretKey, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(keys.SessionToken, everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_code_a_user_gets_in_where_MFA_is_required_and_without_one_not()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        await sandbox.Host.RunAsync(new NewJobFunctionGroup(), new() { JobFunction = ["Administrator"] });
        TeamMember ana = Assert.Single(await sandbox.Host.RunAsync(new NewTeamMember(), new() { UserName = "ana", Group = ["Administrators"], Programmatic = true }));
        (string serial, _) = await sandbox.Devices.CreateVirtualAsync("ana", _none);
        await sandbox.Devices.EnableAsync("ana", serial, sandbox.CodeOf(serial, 0), sandbox.CodeOf(serial, 1), _none);
        GetTemporaryCredentialRequest request = new() { AccessKey = ana.AccessKeyId, SecretKey = ana.SecretAccessKey };
        TestHost shell = await sandbox.ShellAsync(new() { Secret = prompt => prompt.Contains(Serial, StringComparison.Ordinal) ? sandbox.CodeOf(serial, 0) : "" });

        TemporaryCredential proved = Assert.Single(await shell.RunAsync(new GetTemporaryCredential(), request with { MfaSerial = serial }));
        TemporaryCredential unproved = Assert.Single(await shell.RunAsync(new GetTemporaryCredential(), request));

        Assert.True(proved.IsMfa);
        Assert.NotEmpty(await shell.RunAsync(new GetMfaDevice(), new() { AccessKey = proved.AccessKey, SecretKey = proved.SecretKey, SessionToken = proved.SessionToken }));
        await Assert.ThrowsAnyAsync<Exception>(() => shell.RunAsync(new GetMfaDevice(), new() { AccessKey = unproved.AccessKey, SecretKey = unproved.SecretKey, SessionToken = unproved.SessionToken }));
    }

    [Fact]
    public async Task A_role_is_taken_on_and_its_own_maximum_is_known_before_the_call()
    {
        (PeopleSandbox sandbox, GetTemporaryCredentialRequest request) = await WithClerkAsync();

        TemporaryCredential session = Assert.Single(await sandbox.Host.RunAsync(new GetTemporaryCredential(), request with { RoleArn = Role, SessionName = "look" }));
        CloudException tooLong = await Assert.ThrowsAsync<CloudException>(() => sandbox.Host.RunAsync(new GetTemporaryCredential(), request with { RoleArn = Role, DurationSeconds = 7200 }));
        CloudException chained = await Assert.ThrowsAsync<CloudException>(() => sandbox.Host.RunAsync(new GetTemporaryCredential(), new() { AccessKey = session.AccessKey, SecretKey = session.SecretKey, SessionToken = session.SessionToken, RoleArn = Role, DurationSeconds = 7200 }));
        CloudException own = await Assert.ThrowsAsync<CloudException>(() => sandbox.Host.RunAsync(new GetTemporaryCredential(), new() { AccessKey = session.AccessKey, SecretKey = session.SecretKey, SessionToken = session.SessionToken }));

        Assert.Equal("arn:aws:sts::123456789012:assumed-role/auditor/look", session.Arn);
        Assert.Contains("the role's own maximum is 3600 seconds", tooLong.Message, StringComparison.Ordinal);
        Assert.Contains("role chaining", chained.Message, StringComparison.Ordinal);
        Assert.Equal("SessionOfSession", own.ErrorId);
    }

    [Theory]
    [InlineData(899)]
    [InlineData(129_601)]
    public async Task A_duration_outside_15_minutes_to_36_hours_is_refused_and_explained(int seconds)
    {
        (PeopleSandbox sandbox, GetTemporaryCredentialRequest request) = await WithClerkAsync();

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.Host.RunAsync(new GetTemporaryCredential(), request with { DurationSeconds = seconds }));

        Assert.Equal(("SessionDurationInvalid", "Give 900 to 129600."), (error.ErrorId, error.Remedy));
    }

    [Fact]
    public async Task The_root_user_gets_an_hour_at_most_and_no_role()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();

        CloudException tooLong = await Assert.ThrowsAsync<CloudException>(() => sandbox.Host.RunAsync(new GetTemporaryCredential(), new() { DurationSeconds = 3601 }));
        CloudException role = await Assert.ThrowsAsync<CloudException>(() => sandbox.Host.RunAsync(new GetTemporaryCredential(), new() { RoleArn = Role }));

        Assert.Contains("the root user an hour", tooLong.Message, StringComparison.Ordinal);
        Assert.Equal("RootCannotAssumeRole", role.ErrorId);
    }

    [Fact]
    public async Task A_code_or_a_session_name_without_what_it_belongs_to_is_refused_before_any_call()
    {
        CloudException code = await Assert.ThrowsAsync<CloudException>(() => new TestHost().RunAsync(new GetTemporaryCredential(), new() { MfaCode = "123456" }));
        CloudException name = await Assert.ThrowsAsync<CloudException>(() => new TestHost().RunAsync(new GetTemporaryCredential(), new() { SessionName = "x" }));

        Assert.Equal(("MfaSerialMissing", "RoleMissing"), (code.ErrorId, name.ErrorId));
        Assert.DoesNotContain("123456", $"{code.Message} {new GetTemporaryCredentialRequest { MfaCode = "123456" }}", StringComparison.Ordinal);
    }

    private static async Task<(PeopleSandbox Sandbox, GetTemporaryCredentialRequest Request)> WithClerkAsync()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        await sandbox.Members.CreateGroupAsync("clerks", _none);
        await sandbox.Members.PutInlinePolicyAsync("clerks", "all", PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["sts:*","iam:Get*"],"Resource":"*"}}"""), _none);
        await sandbox.Members.CreateUserAsync("clerk", _none);
        await sandbox.Members.AddAsync("clerk", "clerks", _none);
        await sandbox.Roles.CreateAsync("auditor", PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"sts:AssumeRole"}}"""), null, _none);
        (string id, string secret) = await sandbox.Members.CreateAccessKeyAsync("clerk", _none);
        return (sandbox, new() { AccessKey = id, SecretKey = secret });
    }
}
