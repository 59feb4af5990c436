using System.Collections.Concurrent;
using System.Diagnostics;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;

namespace CloudEssentials.Benchmarks.DirectoryApp;

/// <summary>
/// How long the whole application takes to make where every call is answered 50 ms late, beside its critical path: the longest chain of
/// steps of which each needs the one before, each as long as it took in the same run.
/// </summary>
public sealed class DeploymentFigures : IQuickFigures
{
    private const string Account = "123456789012";
    private const int Runs = 3;

    /// <inheritdoc/>
    public IEnumerable<QuickFigure> Measure()
    {
        foreach (NatGatewayMode mode in new[] { NatGatewayMode.None, NatGatewayMode.PerZone })
        {
            RunAsync(mode).GetAwaiter().GetResult();
            Run run = Enumerable.Range(0, Runs).Select(_ => RunAsync(mode).GetAwaiter().GetResult()).OrderBy(one => one.Ratio).ElementAt(Runs / 2);
            yield return new($"Deployment, NAT gateways {mode}: look and plan", run.Looked, "ms", "");
            yield return new($"Deployment, NAT gateways {mode}: make", run.Made, "ms", "");
            yield return new($"Deployment, NAT gateways {mode}: critical path", run.CriticalPath, "ms", "");
            yield return new($"Deployment, NAT gateways {mode}, in critical paths (x100)", 100 * run.Ratio, "", "at most 150");
        }
    }

    private static async Task<Run> RunAsync(NatGatewayMode mode)
    {
        using SandboxAccount account = new(new()
        {
            Timings = SandboxTimings.None,
            Faults = [new(SandboxFaultKind.Latency) { Delay = TimeSpan.FromMilliseconds(50) }],
        });
        using SandboxHandler handler = new(account);
        AwsConnection connection = AwsConnection.ToSandbox(handler, SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-west-2", "the sandbox");
        DirectoryAppGateway gateway = new(connection, Account, "directory");
        DirectoryAppSpec spec = new()
        {
            Name = "directory",
            Region = "us-west-2",
            AccountId = Account,
            PhotosBucket = "employee-photo-bucket-ab-907",
            Zones = ["us-west-2a", "us-west-2b"],
            NatGateway = mode,
        };
        long start = Stopwatch.GetTimestamp();
        DirectoryAppDeployment deployment = await gateway.PlanAsync(spec, CancellationToken.None);
        double looked = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        StepTimes times = new();
        start = Stopwatch.GetTimestamp();
        await deployment.ApplyAsync(times, CancellationToken.None);
        double made = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new(looked, made, deployment.Plan.CriticalPath(times.Of).TotalMilliseconds);
    }

    private sealed record Run(double Looked, double Made, double CriticalPath)
    {
        internal double Ratio => Made / CriticalPath;
    }

    private sealed class StepTimes : IProgress<AppStep>
    {
        private readonly ConcurrentDictionary<string, long> _begun = new();
        private readonly ConcurrentDictionary<string, TimeSpan> _took = new();

        public void Report(AppStep value)
        {
            if (value.IsDone)
                _took[value.LogicalId] = Stopwatch.GetElapsedTime(_begun[value.LogicalId]);
            else
                _begun[value.LogicalId] = Stopwatch.GetTimestamp();
        }

        public TimeSpan Of(PlannedStep step) => step.Resource is { } resource ? _took.GetValueOrDefault(resource.LogicalId) : TimeSpan.Zero;
    }
}
