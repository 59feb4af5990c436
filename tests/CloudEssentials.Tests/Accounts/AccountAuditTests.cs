using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Checks;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Cli;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Tests.Cli;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

/// <summary>The audits on a sandbox account.</summary>
public sealed class AccountAuditTests
{
    [Fact]
    public async Task A_new_account_has_no_root_keys_and_its_root_user_no_MFA()
    {
        using SandboxAccount account = new();
        List<SecurityFinding> findings = await new TestHost { Session = SessionOf(account) }.RunAsync(new TestRootUserSecurity(), new TestRootUserSecurityRequest());

        Assert.Equal(FindingStatus.Pass, Assert.Single(findings, finding => finding.Check == "RootAccessKey").Status);
        Assert.Equal(FindingStatus.Fail, Assert.Single(findings, finding => finding.Check == "RootMfa").Status);
        Assert.All(findings, finding => Assert.Equal("Sandbox", finding.Source));
        Assert.All(findings, finding => Assert.Equal(account.AccountId, finding.Subject));
    }

    [Fact]
    public async Task Every_check_of_the_baseline_has_a_row()
    {
        using SandboxAccount account = new();
        List<SecurityFinding> findings = await new TestHost { Session = SessionOf(account) }.RunAsync(new TestAccountBaseline(), new TestAccountBaselineRequest());

        Assert.Equal(
            SecurityChecks.All.Where(check => check.Scope.HasFlag(CheckScope.Baseline)).Select(check => check.Name),
            findings.Select(finding => finding.Check).Distinct());
        Assert.All(findings.Where(finding => finding.Status == FindingStatus.Unknown), finding => Assert.NotEmpty(finding.Reason));
    }

    [Fact]
    public async Task One_call_in_three_that_is_throttled_leaves_no_gap()
    {
        using SandboxAccount account = new(new() { Seed = "audit" });
        List<SecurityFinding> quiet = await RunAsync(account);
        account.Faults.Add(new(SandboxFaultKind.Throttle) { Every = 3 });

        List<SecurityFinding> throttled = await RunAsync(account);

        Assert.Equal(quiet.Select(finding => (finding.Check, finding.Status, finding.Subject)), throttled.Select(finding => (finding.Check, finding.Status, finding.Subject)));
    }

    [Fact]
    public async Task A_check_or_control_that_does_not_exist_is_an_error_and_the_others_run()
    {
        using SandboxAccount account = new();
        TestHost host = new() { Session = SessionOf(account) };

        List<SecurityFinding> findings = await host.RunAsync(new TestAccountBaseline(), new TestAccountBaselineRequest { Check = ["PasswordLength", "Nonsense"] });

        Assert.Equal("PasswordLength", Assert.Single(findings).Check);
        Assert.Equal("CheckUnknown", Assert.Single(host.Errors).ErrorId);
    }

    [Theory]
    [InlineData("CIS-2.13", "UserPolicy")]
    [InlineData("2.13", "UserPolicy")]
    [InlineData("IAM.28", "AccessAnalyzer")]
    public async Task A_control_chooses_its_check(string control, string check)
    {
        using SandboxAccount account = new();
        List<SecurityFinding> findings = await new TestHost { Session = SessionOf(account) }.RunAsync(new TestAccountBaseline(), new TestAccountBaselineRequest { Control = [control] });

        Assert.All(findings, finding => Assert.Equal(check, finding.Check));
        Assert.NotEmpty(findings);
    }

    [Fact]
    public async Task A_saved_report_is_enough_for_what_it_tells_and_the_rest_is_unknown()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "report.csv");
        await File.WriteAllTextAsync(file, "user,arn,password_last_used,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date\n<root_account>,arn:aws:iam::123456789012:root,no_information,false,true,2021-01-01T00:00:00+00:00,N/A");

        List<SecurityFinding> findings = await new TestHost().RunAsync(new TestRootUserSecurity(), new TestRootUserSecurityRequest { CredentialReport = file });

        Assert.Equal(FindingStatus.Fail, Assert.Single(findings, finding => finding.Check == "RootAccessKey").Status);
        Assert.Equal(FindingStatus.Pass, Assert.Single(findings, finding => finding.Check == "RootPasswordUse").Status);
        Assert.Equal(FindingStatus.Fail, Assert.Single(findings, finding => finding.Check == "RootMfa").Status);
        Assert.Equal(FindingStatus.Unknown, Assert.Single(findings, finding => finding.Check == "SecurityContact").Status);
        Assert.All(findings, finding => Assert.Equal("123456789012", finding.AccountId));
    }

    [Fact]
    public async Task What_if_takes_no_root_credential_away_and_makes_no_call()
    {
        using SandboxAccount account = new(new() { Faults = [new(SandboxFaultKind.Throttle)] });
        TestHost host = new() { Session = SessionOf(account), ShouldProcess = (_, _) => false };

        Assert.Empty(await host.RunAsync(new RemoveRootUserCredential(), new RemoveRootUserCredentialRequest { AccountId = ["111122223333", "x"] }));
        Assert.Equal("AccountIdInvalid", Assert.Single(host.Errors).ErrorId);
        Assert.Contains("111122223333", Assert.Single(host.Asked).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lacks_one_permission_gets_that_check_as_unknown_with_its_name_and_all_the_others()
    {
        using SandboxAccount account = new();
        AmazonIdentityManagementServiceClient iam = SessionOf(account).Current!.Connection!.Iam();
        await iam.CreateUserAsync(new() { UserName = "auditor" });
        await iam.PutUserPolicyAsync(new()
        {
            UserName = "auditor",
            PolicyName = "nearly-all",
            PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:Get*","iam:List*","iam:Generate*","ec2:Describe*","access-analyzer:List*","account:Get*","organizations:Describe*"],"Resource":"*"},{"Effect":"Deny","Action":"iam:GetAccountPasswordPolicy","Resource":"*"}]}""",
        });
        AccessKey key = (await iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "auditor" })).AccessKey;
        CloudAccount current = new()
        {
            Region = "us-east-1",
            CredentialSource = "the auditor",
            IsSandbox = true,
            Connection = AwsConnection.ToSandbox(new SandboxHandler(account), key.AccessKeyId, key.SecretAccessKey, "us-east-1", "the auditor"),
        };

        List<SecurityFinding> findings = await new TestHost { Session = new() { Current = current } }.RunAsync(new TestAccountBaseline(), new TestAccountBaselineRequest());

        SecurityFinding length = Assert.Single(findings, finding => finding.Check == "PasswordLength");
        Assert.Equal(FindingStatus.Unknown, length.Status);
        Assert.Contains("iam:GetAccountPasswordPolicy", length.Reason, StringComparison.Ordinal);
        Assert.Equal(FindingStatus.Fail, Assert.Single(findings, finding => finding.Check == "UserPolicy").Status);
        Assert.Equal(FindingStatus.Fail, Assert.Single(findings, finding => finding.Check == "SecurityContact").Status);
        Assert.DoesNotContain(findings, finding => $"{finding.Evidence}{finding.Reason}{finding.Remedy}".Contains(key.SecretAccessKey, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Test-AccountBaseline SupportRole", ExitCode.Finding)]
    [InlineData("Test-AccountBaseline EmptyGroup,RoleTag", ExitCode.Success)]
    public async Task The_command_line_ends_with_3_only_where_something_failed(string line, int code)
    {
        using SandboxAccount account = new();

        Assert.Equal(code, (await CommandLineRun.Of(line, session: SessionOf(account))).Code);
    }

    internal static CloudSession SessionOf(SandboxAccount account) => new()
    {
        Current = new CloudAccount
        {
            Region = "us-east-1",
            CredentialSource = "the sandbox",
            IsSandbox = true,
            Connection = AwsConnection.ToSandbox(new SandboxHandler(account), SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-east-1", "the sandbox"),
        },
    };

    private static async Task<List<SecurityFinding>> RunAsync(SandboxAccount account) =>
        await new TestHost { Session = SessionOf(account) }.RunAsync(new TestAccountBaseline(), new TestAccountBaselineRequest());
}
