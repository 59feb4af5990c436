using System.Diagnostics;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Benchmarks.Regions;

/// <summary>The sandbox, with the time that each call took.</summary>
internal sealed class TimedHandler(SandboxAccount account) : DelegatingHandler(new SandboxHandler(account))
{
    private readonly Lock _lock = new();

    /// <summary>When the last list of Regions was answered.</summary>
    public long ListAnswered { get; private set; }

    /// <summary>The slowest call of a Region since the list, in milliseconds.</summary>
    public double Slowest { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isList = (await request.Content!.ReadAsStringAsync(cancellationToken)).Contains("Action=DescribeRegions", StringComparison.Ordinal);
        long start = Stopwatch.GetTimestamp();
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        lock (_lock)
        {
            ListAnswered = isList ? Stopwatch.GetTimestamp() : ListAnswered;
            Slowest = isList ? 0 : Math.Max(Slowest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return answer;
    }
}
