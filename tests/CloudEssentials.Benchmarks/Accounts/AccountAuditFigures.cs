using System.Diagnostics;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Benchmarks.Regions;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Sandbox.Scenarios;

namespace CloudEssentials.Benchmarks.Accounts;

/// <summary>The baseline on 3,000 users, 300 groups and 500 roles, and the root users of 200 accounts of which each call answers 100 ms late.</summary>
public sealed class AccountAuditFigures : IQuickFigures
{
    private const int Runs = 3;

    public IEnumerable<QuickFigure> Measure()
    {
        using SandboxAccount account = SandboxScenarios.CreateAsync(SandboxScenario.Enterprise).GetAwaiter().GetResult();
        yield return new("Baseline of an enterprise, first", Time(() => CountAsync(new TestAccountBaseline(), new TestAccountBaselineRequest(), HostOf(account))), "ms", "below 3,000");
        yield return new("Baseline of an enterprise, later", Median(() => CountAsync(new TestAccountBaseline(), new TestAccountBaselineRequest(), HostOf(account))), "ms", "below 3,000");
        yield return new("Memory held after it, the sandbox's account with it", GC.GetTotalMemory(forceFullCollection: true) / 1e6, "MB", "below 200");
        yield return new("Memory of the process at its most", AccountTimer.PeakMegabytes, "MB", "below 200");
        (string id, string secret) = AdministratorAsync(account).GetAwaiter().GetResult();
        account.Faults.Add(new(SandboxFaultKind.Latency) { Delay = TimeSpan.FromMilliseconds(100) });
        yield return new("Root users of 200 accounts, 100 ms a call", Median(() => CountAsync(new TestRootUserSecurity(), new TestRootUserSecurityRequest { Organization = true }, HostOf(account, id, secret))), "ms", "below 10,000");
    }

    // The root user of the management account may not take root sessions of member accounts.
    private static async Task<(string Id, string Secret)> AdministratorAsync(SandboxAccount account)
    {
        AmazonIdentityManagementServiceClient iam = AwsConnection.ToSandbox(new SandboxHandler(account), SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-east-1", "the sandbox").Iam();
        await iam.CreateUserAsync(new() { UserName = "root-auditor" });
        await iam.AttachUserPolicyAsync(new() { UserName = "root-auditor", PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess" });
        AccessKey key = (await iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "root-auditor" })).AccessKey;
        return (key.AccessKeyId, key.SecretAccessKey);
    }

    private static double Median(Func<Task> work) => Enumerable.Range(0, Runs).Select(_ => Time(work)).Order().ElementAt(Runs / 2);

    private static double Time(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        work().GetAwaiter().GetResult();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    internal static async Task<int> CountAsync<TRequest>(IOperation<TRequest, SecurityFinding> operation, TRequest request, SilentHost host)
    {
        int count = 0;
        await foreach (SecurityFinding finding in operation.RunAsync(request, host, CancellationToken.None))
            count += finding.Status == FindingStatus.Fail ? 1 : 0;
        return count > 0 ? count : throw new InvalidOperationException("Nothing was found.");
    }

    private static SilentHost HostOf(SandboxAccount account, string keyId = SandboxAccount.RootAccessKeyId, string secret = SandboxAccount.RootSecretAccessKey) => new()
    {
        Session = new()
        {
            Current = new CloudAccount
            {
                Region = "us-east-1",
                CredentialSource = "the sandbox",
                IsSandbox = true,
                Connection = AwsConnection.ToSandbox(new SandboxHandler(account), keyId, secret, "us-east-1", "the sandbox"),
            },
        },
    };
}
