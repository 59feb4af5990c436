using System.Diagnostics;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Sandbox.Scenarios;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

/// <summary>The audits on accounts of which it is known what is wrong with them.</summary>
public sealed class ScenarioAuditTests
{
    /// <summary>The checks that tell of each planted fault; the first must be there, any of them may.</summary>
    private static readonly Dictionary<string, string[]> _told = new(StringComparer.Ordinal)
    {
        ["RootActiveKey"] = ["RootAccessKey", "RootKeyUse"],
        ["RootInactiveKey"] = ["RootAccessKey"],
        ["RootSignIn"] = ["RootPasswordUse"],
        ["RootVirtualMfaOnly"] = ["RootHardwareMfa"],
        ["NoPasswordPolicy"] = ["PasswordLength", "PasswordReuse", "PasswordCharacters", "PasswordExpiry"],
        ["ConsoleWithoutMfa"] = ["UserMfa", "AllUserMfa"],
        ["OldKey"] = ["KeyRotation", "ProgramUser"],
        ["TwoActiveKeys"] = ["TwoActiveKeys"],
        ["UnusedUser"] = ["UnusedCredential"],
        ["KeyMadeWithUser"] = ["InitialKey"],
        ["AdministratorAttached"] = ["AdministratorUser", "UserPolicy"],
        ["InlineFullAccess"] = ["FullAccess"],
        ["PassRoleWithRunInstances"] = ["PrivilegeEscalation"],
        ["CreatePolicyVersion"] = ["PrivilegeEscalation"],
        ["TrustEveryone"] = ["TrustAnyone"],
        ["TrustWithoutExternalId"] = ["TrustWithoutExternalId"],
        ["GitHubWithoutSub"] = ["OidcSubject"],
        ["ExpiredCertificate"] = ["ExpiredCertificate"],
        ["EmptyGroup"] = ["EmptyGroup"],
        ["UnattachedPolicy"] = ["UnattachedPolicy"],
        ["MisspelledAction"] = ["PolicyFault"],
        ["UserOnInstance"] = ["InstanceRole", "ProgramUser"],
        ["NoSupportRole"] = ["SupportRole"],
        ["NoFederation"] = ["Federation"],
    };

    [Fact]
    public async Task On_the_messy_account_every_planted_fault_is_found_and_nothing_else()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.Messy);
        List<SecurityFinding> problems = await ProblemsAsync(account);

        foreach (PlantedSin sin in MessyAccount.Sins)
            Assert.True(problems.Any(finding => finding.Check == _told[sin.Name][0] && Tells(finding, sin)), $"{sin.Name} of {sin.Entity} is not found");
        Assert.Empty(problems.Where(finding => !MessyAccount.Sins.Any(sin => _told[sin.Name].Contains(finding.Check) && Tells(finding, sin))).Select(finding => finding.ToString()));
    }

    [Fact]
    public async Task On_a_fresh_account_the_right_few_things_are_found()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.Fresh);
        List<SecurityFinding> problems = await ProblemsAsync(account);

        Assert.Equal(
            ["AccessAnalyzer", "Federation", "PasswordCharacters", "PasswordExpiry", "PasswordLength", "PasswordReuse", "RootHardwareMfa", "RootMfa", "RootPasswordUse", "SecurityContact", "SupportRole"],
            problems.Select(finding => finding.Check).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task In_a_small_company_that_does_it_right_nothing_fails()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.SmallCompany);
        List<SecurityFinding> problems = await ProblemsAsync(account);

        Assert.Empty(problems.Where(finding => finding.Status == FindingStatus.Fail).Select(finding => finding.ToString()));
    }

    [Fact]
    public async Task Two_hundred_accounts_are_looked_at_at_once()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.Enterprise);
        TestHost host = new() { Session = await AdministratorAsync(account) };
        account.Faults.Add(new(SandboxFaultKind.Latency) { Delay = TimeSpan.FromMilliseconds(100) });

        long start = Stopwatch.GetTimestamp();
        List<SecurityFinding> findings = await host.RunAsync(new TestRootUserSecurity(), new TestRootUserSecurityRequest { Organization = true });

        SecurityFinding[] members = [.. findings.Where(finding => finding.Check == "MemberRootCredential")];
        Assert.True(members.Length >= 199, $"{members.Length} member accounts");
        Assert.Equal(members.Length, members.Select(finding => finding.AccountId).Distinct().Count());
        Assert.All(members, finding => Assert.NotEqual(FindingStatus.Unknown, finding.Status));

        // One after the other they would take 40 s and more.
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30), $"{Stopwatch.GetElapsedTime(start)}");
    }

    [Fact]
    public async Task What_is_taken_from_a_members_root_user_is_gone_and_taking_it_again_does_no_harm()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.Enterprise);
        TestHost host = new() { Session = await AdministratorAsync(account) };
        MemberRootGateway gateway = new(host.Session.Current!.Connection!);
        string member = (await gateway.ListMembersAsync(account.AccountId, default))[0];
        await (await gateway.SessionAsync(member, "IAMCreateRootUserPassword", default)).CreateLoginProfileAsync(new());
        Assert.True((await gateway.AuditAsync(member, default)).HasPassword);

        RootCredentialRemoval first = Assert.Single(await host.RunAsync(new RemoveRootUserCredential(), new RemoveRootUserCredentialRequest { AccountId = [member] }));
        RootCredentialRemoval second = Assert.Single(await host.RunAsync(new RemoveRootUserCredential(), new RemoveRootUserCredentialRequest { AccountId = [member] }));

        Assert.Contains("password", first.Removed);
        Assert.Empty(second.Removed);
        Assert.False((await gateway.AuditAsync(member, default)).HasPassword);
    }

    [Fact]
    public async Task Where_a_member_account_refuses_it_is_one_unknown_row_and_the_account_itself_is_checked()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.Enterprise);

        // The root user of the management account may not take root sessions.
        List<SecurityFinding> findings = await new TestHost { Session = AccountAuditTests.SessionOf(account) }.RunAsync(new TestRootUserSecurity(), new TestRootUserSecurityRequest { Organization = true });

        SecurityFinding[] members = [.. findings.Where(finding => finding.Check == "MemberRootCredential")];
        Assert.All(members, finding => Assert.Equal(FindingStatus.Unknown, finding.Status));
        Assert.All(members, finding => Assert.Contains("sts:AssumeRoot", finding.Reason, StringComparison.Ordinal));
        Assert.Equal(members.Length, members.Select(finding => finding.AccountId).Distinct().Count());
        Assert.Contains(findings, finding => finding.Check == "RootAccessKey" && finding.Status != FindingStatus.Unknown);
    }

    [Fact]
    public async Task No_secret_is_in_any_stream_of_an_audit_or_in_its_report()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.Messy);
        TestHost host = new() { Session = AccountAuditTests.SessionOf(account) };
        List<SecurityFinding> findings = await host.RunAsync(new TestAccountBaseline(), new TestAccountBaselineRequest());
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "report.html");
        await host.RunAsync(new ExportAccountReport(), new ExportAccountReportRequest { Path = file, InputObject = [.. findings] });

        string said = string.Join('\n', [.. findings.Select(finding => $"{finding} {finding.Evidence} {finding.Remedy}"), .. host.Verbose, .. host.Warnings, .. host.Progress.Select(progress => progress.ToString()), await File.ReadAllTextAsync(file)]);
        Assert.DoesNotContain(SandboxAccount.RootSecretAccessKey, said, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?<![A-Za-z0-9/+=])(?=[A-Za-z0-9/+]*[0-9])(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*[A-Z])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])", said);
        Assert.Contains("<svg", said, StringComparison.Ordinal);
    }

    // The root user of the management account may not take root sessions of member accounts: an administrator does.
    private static async Task<CloudSession> AdministratorAsync(SandboxAccount account)
    {
        AmazonIdentityManagementServiceClient iam = AccountAuditTests.SessionOf(account).Current!.Connection!.Iam();
        await iam.CreateUserAsync(new() { UserName = "root-auditor" });
        await iam.PutUserPolicyAsync(new()
        {
            UserName = "root-auditor",
            PolicyName = "all",
            PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""",
        });
        AccessKey key = (await iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "root-auditor" })).AccessKey;
        return new()
        {
            Current = new CloudAccount
            {
                Region = "us-east-1",
                CredentialSource = "an administrator",
                IsSandbox = true,
                Connection = AwsConnection.ToSandbox(new SandboxHandler(account), key.AccessKeyId, key.SecretAccessKey, "us-east-1", "an administrator"),
            },
        };
    }

    private static async Task<List<SecurityFinding>> ProblemsAsync(SandboxAccount account)
    {
        TestHost host = new() { Session = AccountAuditTests.SessionOf(account) };
        List<SecurityFinding> findings = await host.RunAsync(new TestAccountBaseline(), new TestAccountBaselineRequest());
        findings.AddRange(await host.RunAsync(new TestRootUserSecurity(), new TestRootUserSecurityRequest()));
        return [.. findings.Where(finding => finding.Status is FindingStatus.Fail or FindingStatus.Warning).DistinctBy(finding => (finding.Check, finding.Subject, finding.Evidence))];
    }

    private static bool Tells(SecurityFinding finding, PlantedSin sin) => sin.Entity is "root" or "account"
        ? finding.Subject == finding.AccountId
        : finding.Subject.EndsWith($"/{sin.Entity}", StringComparison.Ordinal) || finding.Evidence.Contains(sin.Entity, StringComparison.Ordinal);
}
