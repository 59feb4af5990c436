using System.Diagnostics;
using CloudEssentials.Accounts;
using CloudEssentials.Operations.Accounts;
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
    public async Task Two_hundred_accounts_are_looked_at_at_once_and_one_that_refuses_is_one_unknown_row()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.Enterprise);
        account.Faults.Add(new(SandboxFaultKind.Latency) { Delay = TimeSpan.FromMilliseconds(100) });
        TestHost host = new() { Session = AccountAuditTests.SessionOf(account) };

        long start = Stopwatch.GetTimestamp();
        List<SecurityFinding> findings = await host.RunAsync(new TestRootUserSecurity(), new TestRootUserSecurityRequest { Organization = true });

        SecurityFinding[] members = [.. findings.Where(finding => finding.Check == "MemberRootCredential")];
        Assert.True(members.Length >= 199, $"{members.Length} member accounts");
        Assert.Equal(members.Length, members.Select(finding => finding.AccountId).Distinct().Count());
        Assert.DoesNotContain(members, finding => finding.Status == FindingStatus.Unknown && finding.Reason.Length == 0);

        // One after the other they would take 40 s and more.
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30), $"{Stopwatch.GetElapsedTime(start)}");
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
