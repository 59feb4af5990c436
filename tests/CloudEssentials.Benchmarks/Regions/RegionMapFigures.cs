using System.Diagnostics;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.Regions;
using CloudEssentials.Regions;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;

namespace CloudEssentials.Benchmarks.Regions;

/// <summary>The map of 34 Regions of which each answers 100 ms late, and what the catalogues weigh.</summary>
public sealed class RegionMapFigures : IQuickFigures
{
    private const int Runs = 5;

    public IEnumerable<QuickFigure> Measure()
    {
        yield return new("Catalogue of Regions, services and cities", CatalogueKilobytes(), "kB", "below 10,000");
        using SandboxAccount account = new(new()
        {
            OptedInRegions = [.. RegionCatalog.Default.InPartition("aws").Where(region => region.OptInRequired).Select(region => region.Code)],
            Faults = [new(SandboxFaultKind.Latency) { Operation = "ec2:*", Delay = TimeSpan.FromMilliseconds(100) }],
        });
        (double Map, double Slowest) first = MapAsync(account).GetAwaiter().GetResult();
        yield return new("Live map of 34 Regions after the list, first", first.Map, "ms", "");
        (double Map, double Slowest)[] later = [.. Enumerable.Range(0, Runs).Select(_ => MapAsync(account).GetAwaiter().GetResult()).OrderBy(run => run.Map)];
        yield return new("Live map of 34 Regions after the list, later", later[Runs / 2].Map, "ms", "");
        yield return new("Slowest call of a Region in that map", later[Runs / 2].Slowest, "ms", "");
        yield return new("Live map, in slowest calls (x100)", 100 * later[Runs / 2].Map / later[Runs / 2].Slowest, "", "at most 200");
    }

    private static async Task<(double Map, double Slowest)> MapAsync(SandboxAccount account)
    {
        using TimedHandler handler = new(account);
        SilentHost host = new()
        {
            Session = new()
            {
                Current = new CloudAccount
                {
                    Region = "us-east-1",
                    CredentialSource = "the sandbox",
                    IsSandbox = true,
                    Connection = AwsConnection.ToSandbox(handler, SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-east-1", "the sandbox"),
                },
            },
        };
        int count = 0;
        await foreach (RegionAZMap map in new GetRegionAZMap().RunAsync(new(), host, CancellationToken.None))
            count += map.ZoneCount > 0 ? 1 : 0;
        double time = Stopwatch.GetElapsedTime(handler.ListAnswered).TotalMilliseconds;
        return count == 34 ? (time, handler.Slowest) : throw new InvalidOperationException($"{count} Regions answered instead of 34.");
    }

    private static double CatalogueKilobytes()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        object[] kept = [RegionCatalog.Default, RegionalServiceCatalog.Default, ZoneResolver.Default, CityCatalog.Find("Berlin")!];
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(kept);
        return (after - before) / 1000.0;
    }
}
