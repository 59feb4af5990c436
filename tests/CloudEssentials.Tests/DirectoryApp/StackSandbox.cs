using CloudEssentials.Aws.Connections;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>A sandbox account on a clock of its own, and shells in it: who waits moves the clock on.</summary>
internal sealed class StackSandbox : IDisposable
{
    internal const string Name = "directory";
    internal const string Region = "us-east-1";

    internal StackSandbox(TimeSpan lag = default, SandboxTimings? timings = null) => Account = new(new()
    {
        Clock = Clock,
        Seed = "stack",
        ConsistencyLag = lag == TimeSpan.Zero ? new Dictionary<string, TimeSpan>() : new Dictionary<string, TimeSpan> { ["*"] = lag },
        Timings = timings ?? new(),
    });

    internal SandboxClock Clock { get; } = new(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));

    internal SandboxAccount Account { get; }

    /// <summary>The calls that were made, as <c>Operation</c>; of the services that are called by query.</summary>
    internal CountingHandler Calls { get; private set; } = null!;

    /// <summary>A connection of the root user, or by other keys.</summary>
    internal AwsConnection Connect(string? accessKey = null, string? secretKey = null)
    {
        Calls = new(Account);
        return AwsConnection.ToSandbox(
            Calls,
            accessKey ?? SandboxAccount.RootAccessKeyId,
            secretKey ?? SandboxAccount.RootSecretAccessKey,
            Region,
            "the tests",
            Clock,
            Account.LongestLag + TimeSpan.FromSeconds(1));
    }

    /// <summary>A shell that is connected.</summary>
    internal TestHost Shell(TestHost? host = null, AwsConnection? connection = null)
    {
        host ??= new();
        host.Session.Current = new CloudAccount { Region = Region, CredentialSource = "the tests", IsSandbox = true, Connection = connection ?? Connect() };
        return host;
    }

    /// <summary>Makes the application, or brings it into line.</summary>
    internal async Task<DirectoryAppStack> NewAsync(Action<NewDirectoryAppRequest>? with = null, TestHost? host = null)
    {
        NewDirectoryAppRequest request = new() { Name = Name };
        with?.Invoke(request);
        return Assert.Single(await Shell(host).RunAsync(new NewDirectoryApp(), request));
    }

    /// <summary>What is not kept by a plan.</summary>
    internal async Task<IReadOnlyList<string>> PlannedAsync(Action<GetDirectoryAppPlanRequest>? with = null)
    {
        GetDirectoryAppPlanRequest request = new() { Name = Name };
        with?.Invoke(request);
        return [.. (await Shell().RunAsync(new GetDirectoryAppPlan(), request)).Where(resource => resource.Action != PlanAction.Keep).Select(resource => $"{resource.Action} {resource.Resource}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Removes the application.</summary>
    internal async Task<RemovedDirectoryApp> RemoveAsync(bool includeData = true) =>
        Assert.Single(await Shell().RunAsync(new RemoveDirectoryApp(), new() { Name = Name, IncludeData = includeData }));

    public void Dispose() => Account.Dispose();
}
