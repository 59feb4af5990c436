using CloudEssentials.Aws.Connections;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>
/// A life of an application among faults that a seed chooses: it is made by a process that dies between any two calls, while calls are
/// throttled, fail, fail after the fact and lose their answers, and searches lag behind; it is resumed, or not, and removed in the same way.
/// At no end may anything be missing, left over or there twice.
/// </summary>
internal sealed class FaultRun : IDisposable
{
    private const string Name = "directory";
    private const string Region = "us-east-1";
    private const int MostTries = 12;
    private const int TriesWithFaults = 7;

    private static readonly SandboxFaultKind[] _kinds =
        [SandboxFaultKind.Throttle, SandboxFaultKind.ServerError, SandboxFaultKind.ServerErrorAfter, SandboxFaultKind.DropBefore, SandboxFaultKind.DropAfter];

    private readonly Func<CloudSession, IOperationHost> _shell;
    private readonly Random _chance;
    private readonly SandboxClock _clock = new(new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.Zero));
    private readonly SandboxAccount _account;
    private readonly NatGatewayMode _nat;
    private readonly List<string> _story;

    private FaultRun(int seed, Func<CloudSession, IOperationHost> shell)
    {
        _shell = shell;
        _chance = new(seed);
        TimeSpan lag = TimeSpan.FromSeconds(_chance.Next(0, 6));
        _nat = (NatGatewayMode)_chance.Next(0, 3);
        _account = new(new()
        {
            Clock = _clock,
            Seed = $"{seed}",
            ConsistencyLag = lag == TimeSpan.Zero ? new Dictionary<string, TimeSpan>() : new Dictionary<string, TimeSpan> { ["*"] = lag },
        });
        _story = [$"seed {seed}, lag {lag.TotalSeconds} s, NAT gateway {_nat}"];
    }

    /// <summary>Lives.</summary>
    /// <param name="seed">Chooses the faults.</param>
    /// <param name="shell">Makes a shell of a session.</param>
    /// <returns>Null where all went well; otherwise what happened.</returns>
    internal static async Task<string?> RunAsync(int seed, Func<CloudSession, IOperationHost> shell)
    {
        using FaultRun run = new(seed, shell);
        return await run.LiveAsync() is { } fault ? $"{string.Join("; ", run._story)}: {fault}" : null;
    }

    public void Dispose() => _account.Dispose();

    private async Task<string?> LiveAsync()
    {
        IReadOnlyDictionary<string, int> before = await AccountContents.CountAsync(_account);
        if (await TryAsync("made", mayGiveUp: true, MakeAsync) && await JudgeAsync(before) is { } fault)
            return fault;
        if (!await TryAsync("removed", mayGiveUp: false, RemoveAsync))
            return "it is not to be removed";
        await SettleAsync(TimeSpan.FromHours(3));
        IReadOnlyDictionary<string, int> after = await AccountContents.CountAsync(_account);
        return after.SequenceEqual(before) ? null : $"left are {AccountContents.Write(Difference(before, after))}";
    }

    private async Task<bool> TryAsync(string deed, bool mayGiveUp, Func<AwsConnection, CancellationToken, Task> act)
    {
        for (int attempt = 1; attempt <= MostTries; attempt++)
        {
            bool isQuiet = attempt > TriesWithFaults;
            Order(isQuiet ? 0 : _chance.NextDouble() * 0.2);
            int dieAfter = isQuiet || _chance.Next(3) == 0 ? int.MaxValue : _chance.Next(1, 350);
            using CancellationTokenSource death = new();
            using DyingHandler handler = new(_account, dieAfter, death);
            try
            {
                await act(Connect(handler), death.Token);
                _story.Add(deed);
                return true;
            }
            catch (OperationCanceledException)
            {
                _story.Add($"died after {dieAfter} calls");
            }
            catch (Exception exception)
            {
                _story.Add(CloudErrors.From(exception).Message.Split(" Done: ")[0]);
            }

            if (mayGiveUp && _chance.Next(4) == 0)
                return false;
        }

        return false;
    }

    private void Order(double probability)
    {
        _account.Faults.Clear();
        foreach (SandboxFaultKind kind in probability > 0 ? _kinds : [])
            _account.Faults.Add(new(kind) { Probability = probability / _kinds.Length, Seed = _chance.Next() });
    }

    // The SDK's own pauses are of real time: where it would call again, the run ends and is taken up anew.
    private AwsConnection Connect(HttpMessageHandler handler)
    {
        AwsConnection connection = AwsConnection.ToSandbox(handler, SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, Region, "the faults", _clock, _account.LongestLag + TimeSpan.FromSeconds(1));
        return connection.With(connection.Place with { MaxAttempts = 1 });
    }

    private IOperationHost Shell(AwsConnection connection)
    {
        CloudSession session = new() { Current = new CloudAccount { Region = Region, CredentialSource = "the faults", IsSandbox = true, Connection = connection } };
        return _shell(session);
    }

    private async Task MakeAsync(AwsConnection connection, CancellationToken cancellationToken)
    {
        NewDirectoryAppRequest request = new() { Name = Name, NatGateway = _nat, SkipHealthCheck = true, NotificationEmail = "operations@example.com", RollbackOnFailure = _chance.Next(5) == 0 };
        await foreach (DirectoryAppStack _ in new NewDirectoryApp().RunAsync(request, Shell(connection), cancellationToken))
        {
        }
    }

    private async Task RemoveAsync(AwsConnection connection, CancellationToken cancellationToken)
    {
        await foreach (RemovedDirectoryApp _ in new RemoveDirectoryApp().RunAsync(new() { Name = Name, IncludeData = true }, Shell(connection), cancellationToken))
        {
        }
    }

    private async Task SettleAsync(TimeSpan time)
    {
        _account.Faults.Clear();
        _clock.Advance(time);
        await AccountContents.CountAsync(_account);
        _clock.Advance(time);
    }

    private async Task<string?> JudgeAsync(IReadOnlyDictionary<string, int> before)
    {
        await SettleAsync(TimeSpan.FromMinutes(10));
        GetDirectoryAppPlanRequest request = new() { Name = Name, NatGateway = _nat, NotificationEmail = "operations@example.com" };
        await foreach (PlannedResource resource in new GetDirectoryAppPlan().RunAsync(request, Shell(Connect(new SandboxHandler(_account))), CancellationToken.None))
        {
            if (resource.Action != PlanAction.Keep)
                return $"{resource}: {resource.Why}";
        }

        IReadOnlyDictionary<string, int> made = Difference(before, await AccountContents.CountAsync(_account));
        return made.SequenceEqual(Wanted()) ? null : $"there are {AccountContents.Write(made)} instead of {AccountContents.Write(Wanted())}";
    }

    private Dictionary<string, int> Wanted()
    {
        int nats = _nat switch { NatGatewayMode.None => 0, NatGatewayMode.Single => 1, _ => 2 };
        return new()
        {
            ["vpcs"] = 1,
            ["gateways"] = 1,
            ["subnets"] = 4,
            ["tables"] = 4,
            ["groups"] = 3,
            ["addresses"] = nats,
            ["nats"] = nats,
            ["endpoints"] = nats == 0 ? 0 : 2,
            ["templates"] = 1,
            ["interfaces"] = 4 + nats,
            ["volumes"] = 2,
            ["instances"] = 2,
            ["balancers"] = 1,
            ["targets"] = 1,
            ["scaling"] = 1,
            ["alarms"] = 5,
            ["topics"] = 1,
            ["tables of data"] = 1,
            ["buckets"] = 1,
            ["roles"] = 1,
            ["profiles"] = 1,
        };
    }

    private static Dictionary<string, int> Difference(IReadOnlyDictionary<string, int> before, IReadOnlyDictionary<string, int> after) =>
        after.ToDictionary(count => count.Key, count => count.Value - before[count.Key]);
}
