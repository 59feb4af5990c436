using System.Diagnostics;
using CloudEssentials.Benchmarks.Regions;
using CloudEssentials.Tests.DirectoryApp;

namespace CloudEssentials.Benchmarks.DirectoryApp;

/// <summary>Many lives of the application among seeded faults, each of which must leave no orphan and no double.</summary>
internal static class FaultRuns
{
    /// <summary>Lives them, and prints what went wrong and the sum.</summary>
    /// <param name="runs">How many; the seeds are 0 and up.</param>
    /// <returns>0 where nothing went wrong, else 1.</returns>
    internal static async Task<int> RunAsync(int runs)
    {
        long start = Stopwatch.GetTimestamp();
        int failed = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, runs), async (seed, _) =>
        {
            if (await FaultRun.RunAsync(seed, session => new SilentHost { Session = session }) is { } fault)
            {
                Interlocked.Increment(ref failed);
                Console.WriteLine(fault);
            }
        });
        Console.WriteLine($"{runs} runs, {failed} with an orphan, a double or no end, in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        return failed == 0 ? 0 : 1;
    }
}
