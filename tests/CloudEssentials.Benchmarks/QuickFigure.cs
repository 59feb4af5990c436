using System.Diagnostics;
using System.Globalization;

namespace CloudEssentials.Benchmarks;

/// <summary>One figure.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">How much it came to.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Wanted">What it should be, such as <c>at least 2,000,000</c>.</param>
public sealed record QuickFigure(string Name, double Value, string Unit, string Wanted)
{
    private const int Runs = 9;
    private static readonly TimeSpan _run = TimeSpan.FromMilliseconds(120);

    /// <summary>How often a second something can be done: the median of several runs on one thread, after a warm-up.</summary>
    /// <param name="name">What.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="wanted">What it should be.</param>
    /// <param name="work">Does it a number of times, and returns that number.</param>
    public static QuickFigure PerSecond(string name, string unit, string wanted, Func<int> work)
    {
        Rate(work);
        Rate(work);
        return new(name, Enumerable.Range(0, Runs).Select(_ => Rate(work)).Order().ElementAt(Runs / 2), unit, wanted);
    }

    /// <summary>The figure in one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name,-52} {Value,14:N0} {Unit,-12} {Wanted}");

    private static double Rate(Func<int> work)
    {
        long done = 0;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < _run)
            done += work();
        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
