using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Checks;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Sandbox.Scenarios;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

/// <summary>Accounts that change while they are read, refuse, throttle, or hold what cannot be read.</summary>
public sealed class DisturbedAccountTests
{
    private const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    [Fact]
    public async Task A_user_that_is_deleted_after_the_list_was_made_is_left_out_without_a_word()
    {
        using SandboxAccount account = new();
        AmazonIdentityManagementServiceClient iam = AccountAuditTests.SessionOf(account).Current!.Connection!.Iam();
        foreach (string name in new[] { "anna", "bert", "carl" })
            await iam.CreateUserAsync(new() { UserName = name });
        foreach (string name in new[] { "anna", "carl" })
            await account.Console.RegisterPasskeyAsync(name, "key");
        TestHost host = HostOf(account, new Meanwhile(new SandboxHandler(account), "ListUsers", () => iam.DeleteUserAsync(new DeleteUserRequest { UserName = "bert" })));

        List<CloudEssentials.Accounts.MfaDevice> devices = await host.RunAsync(new GetMfaDevice(), new GetMfaDeviceRequest());

        Assert.Equal(["anna", "carl"], devices.Select(device => device.UserName));
        Assert.Empty(host.Errors);
        Assert.Empty(host.Warnings);
    }

    [Fact]
    public async Task A_user_that_is_deleted_between_report_and_picture_disturbs_no_check()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.SmallCompany);
        AmazonIdentityManagementServiceClient iam = AccountAuditTests.SessionOf(account).Current!.Connection!.Iam();
        await iam.CreateUserAsync(new() { UserName = "passing" });
        await iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "passing" });
        TestHost host = HostOf(account, new Meanwhile(new SandboxHandler(account), "GetCredentialReport", async () =>
        {
            foreach (AccessKeyMetadata key in (await iam.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = "passing" })).AccessKeyMetadata)
                await iam.DeleteAccessKeyAsync(new DeleteAccessKeyRequest { UserName = "passing", AccessKeyId = key.AccessKeyId });
            await iam.DeleteUserAsync(new DeleteUserRequest { UserName = "passing" });
        }));

        List<SecurityFinding> findings = await host.RunAsync(new TestAccountBaseline(), new TestAccountBaselineRequest());

        Assert.Equal(
            SecurityChecks.All.Where(check => check.Scope.HasFlag(CheckScope.Baseline)).Select(check => check.Name),
            findings.Select(finding => finding.Check).Distinct());
        Assert.DoesNotContain(findings, finding => finding.Reason.Contains("Exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_one_call_in_three_throttled_every_answer_is_complete()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.Messy);
        string[] quiet = await AnswersAsync(account);

        account.Faults.Add(new(SandboxFaultKind.Throttle) { Every = 3 });

        Assert.Equal(quiet, await AnswersAsync(account));
        Assert.True(quiet.Length > 60, $"{quiet.Length} answers");
    }

    [Fact]
    public async Task Who_may_nothing_but_know_who_it_is_gets_every_check_as_unknown_and_none_passes()
    {
        using SandboxAccount account = new();
        AmazonIdentityManagementServiceClient iam = AccountAuditTests.SessionOf(account).Current!.Connection!.Iam();
        await iam.CreateUserAsync(new() { UserName = "nobody" });
        AccessKey key = (await iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "nobody" })).AccessKey;
        TestHost host = HostOf(account, new SandboxHandler(account), key);

        List<SecurityFinding> findings = await host.RunAsync(new TestAccountBaseline(), new TestAccountBaselineRequest());
        findings.AddRange(await host.RunAsync(new TestRootUserSecurity(), new TestRootUserSecurityRequest()));

        Assert.All(findings.Where(finding => SecurityChecks.All.Single(check => check.Name == finding.Check).Needs != AccountFactKinds.None), finding => Assert.Equal(FindingStatus.Unknown, finding.Status));
        SecurityFinding[] denied = [.. findings.Where(finding => finding.Reason.StartsWith("It could not be seen", StringComparison.Ordinal))];
        Assert.True(denied.Length > 30, $"{denied.Length} denied");
        Assert.All(denied, finding => Assert.Matches("[a-z0-9-]+:[A-Z][A-Za-z]+ is not allowed", finding.Reason));
    }

    [Fact]
    public async Task A_policy_that_does_not_parse_is_a_finding_in_a_saved_account_and_every_other_check_has_its_row()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "details.json");
        await File.WriteAllTextAsync(file, $$"""
            { "UserDetailList": [ { "UserName": "anna", "Arn": "arn:aws:iam::111122223333:user/anna", "UserPolicyList": [
                { "PolicyName": "half", "PolicyDocument": "{ \"Version\": \"2012-10-17\", \"Statement\": [ { \"Effect\"" },
                { "PolicyName": "all", "PolicyDocument": {{Everything}} } ] } ] }
            """);
        TestHost host = new();

        AccountAuthorization saved = Assert.Single(await host.RunAsync(new GetAccountAuthorization(), new GetAccountAuthorizationRequest { Path = [file] }));
        List<SecurityFinding> findings = await host.RunAsync(new TestAccountBaseline(), new TestAccountBaselineRequest { Authorization = saved });

        SecurityFinding fault = Assert.Single(findings, finding => finding.Check == "PolicyFault" && finding.Status == FindingStatus.Fail);
        Assert.Equal("user/anna", fault.Subject);
        Assert.Contains("line 1", fault.Reason, StringComparison.Ordinal);
        Assert.Contains(findings, finding => finding.Check == "FullAccess" && finding.Status == FindingStatus.Fail);
        Assert.Equal(
            SecurityChecks.All.Where(check => check.Scope.HasFlag(CheckScope.Baseline)).Select(check => check.Name),
            findings.Select(finding => finding.Check).Distinct());
    }

    private static async Task<string[]> AnswersAsync(SandboxAccount account)
    {
        TestHost host = new() { Session = AccountAuditTests.SessionOf(account) };
        List<string> answers = [];
        answers.AddRange((await host.RunAsync(new TestRootUserSecurity(), new TestRootUserSecurityRequest())).Select(finding => $"{finding.Check} {finding.Status} {finding.Subject}"));
        answers.AddRange((await host.RunAsync(new TestAccountBaseline(), new TestAccountBaselineRequest())).Select(finding => $"{finding.Check} {finding.Status} {finding.Subject}"));
        answers.AddRange((await host.RunAsync(new GetCredentialReport(), new())).Select(row => $"{row.UserName} {row.MfaActive} {row.AccessKeys.Count}"));
        answers.AddRange((await host.RunAsync(new GetMfaDevice(), new GetMfaDeviceRequest())).Select(device => $"{device.UserName} {device.SerialNumber}"));
        answers.AddRange((await host.RunAsync(new FindPrincipalAccess(), new FindPrincipalAccessRequest { Action = ["iam:PassRole"] })).Select(access => access.ToString()));
        answers.AddRange((await host.RunAsync(new GetPrincipalAccess(), new GetPrincipalAccessRequest { UserName = ["otto"] })).Select(access => $"{access.Service} {access.Action.Count}"));
        answers.AddRange((await host.RunAsync(new GetAccountPasswordPolicy(), new())).Select(policy => $"{policy}"));
        Assert.Empty(host.Errors);
        return [.. answers];
    }

    private static TestHost HostOf(SandboxAccount account, HttpMessageHandler handler, AccessKey? key = null) => new()
    {
        Session = new()
        {
            Current = new CloudAccount
            {
                Region = "us-east-1",
                CredentialSource = "the sandbox",
                IsSandbox = true,
                Connection = AwsConnection.ToSandbox(handler, key?.AccessKeyId ?? SandboxAccount.RootAccessKeyId, key?.SecretAccessKey ?? SandboxAccount.RootSecretAccessKey, "us-east-1", "the sandbox"),
            },
        },
    };

    /// <summary>Does something once an action has been answered, and before the answer arrives.</summary>
    private sealed class Meanwhile(HttpMessageHandler inner, string action, Func<Task> happens) : DelegatingHandler(inner)
    {
        private int _done;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            if (body.Contains($"Action={action}&", StringComparison.Ordinal) && Interlocked.Exchange(ref _done, 1) == 0)
                await happens();
            return answer;
        }
    }
}
