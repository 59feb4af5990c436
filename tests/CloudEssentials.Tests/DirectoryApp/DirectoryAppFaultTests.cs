using System.Collections.Concurrent;
using System.Globalization;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>Whole lives of the application among faults; <c>CLOUDESSENTIALS_FAULT_RUNS=1000</c> lives more of them.</summary>
public sealed class DirectoryAppFaultTests
{
    private const int FewRuns = 60;

    [Fact]
    public async Task Neither_faults_nor_deaths_nor_lagging_searches_leave_an_orphan_or_a_double()
    {
        int runs = int.TryParse(Environment.GetEnvironmentVariable("CLOUDESSENTIALS_FAULT_RUNS"), CultureInfo.InvariantCulture, out int asked) ? asked : FewRuns;
        ConcurrentBag<string> faults = [];

        await Parallel.ForEachAsync(Enumerable.Range(0, runs), async (seed, _) =>
        {
            if (await FaultRun.RunAsync(seed, session => new TestHost { Session = session }) is { } fault)
                faults.Add(fault);
        });

        Assert.Empty(faults);
    }
}
