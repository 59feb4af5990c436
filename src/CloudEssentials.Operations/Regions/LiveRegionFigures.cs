using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.Regions;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Regions;

namespace CloudEssentials.Operations.Regions;

/// <summary>Measures latency and asks for prices, all Regions at once.</summary>
internal sealed class LiveRegionFigures
{
    private const string Activity = "Measuring round trips";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(3);

    private readonly CompareCloudRegionRequest _request;
    private readonly IOperationHost _host;
    private readonly GeoPoint? _location;
    private readonly AwsConnection? _connection;

    private LiveRegionFigures(CompareCloudRegionRequest request, IOperationHost host, GeoPoint? location, AwsConnection? connection)
    {
        _request = request;
        _host = host;
        _location = location;
        _connection = connection;
    }

    /// <summary>Finds the figures of some Regions; only those that stand are measured.</summary>
    internal static async Task<IReadOnlyList<RegionCandidate>> GatherAsync(
        CompareCloudRegionRequest request,
        IReadOnlyList<RegionFacts> regions,
        IReadOnlySet<string> standing,
        GeoPoint? location,
        IOperationHost host,
        CancellationToken cancellationToken)
    {
        AwsConnection? connection = await ConnectAsync(request, host, cancellationToken).ConfigureAwait(false);
        LiveRegionFigures figures = new(request, host, location, connection);
        Task<Prices> pricing = figures.PriceAsync(cancellationToken);
        using SemaphoreSlim throttle = new(request.ThrottleLimit);
        Task<LatencyMeasurement>[] measuring = [.. regions.Select(region => standing.Contains(region.Code)
            ? figures.MeasureAsync(region, throttle, cancellationToken)
            : Task.FromResult(new LatencyMeasurement(null, "not measured")))];
        await figures.WatchAsync(measuring).ConfigureAwait(false);
        Prices prices = await pricing.ConfigureAwait(false);
        List<RegionCandidate> candidates = [];
        for (int i = 0; i < regions.Count; i++)
        {
            LatencyMeasurement latency = await measuring[i].ConfigureAwait(false);
            (decimal? price, string source) = prices.Of(regions[i].Code);
            candidates.Add(new(regions[i], latency.Milliseconds, latency.Source, price, source));
        }

        return candidates;
    }

    // Measuring needs no credentials, so that nobody without a wish for them is asked.
    private static async Task<AwsConnection?> ConnectAsync(CompareCloudRegionRequest request, IOperationHost host, CancellationToken cancellationToken)
    {
        if (request is { InstanceType: null, Connection: null, EndpointUrl: null } && host.Session.Current is null)
            return null;
        try
        {
            return await host.ConnectAsync(request, region: null, role: null, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudException error) when (error.ErrorId == "NoCredentials")
        {
            return null;
        }
    }

    private async Task WatchAsync(Task[] measuring)
    {
        Task all = Task.WhenAll(measuring);
        bool shown = false;
        while (await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(1))).ConfigureAwait(false) != all)
        {
            shown = true;
            int done = measuring.Count(task => task.IsCompleted);
            _host.WriteProgress(new(Activity, $"{done} of {measuring.Length} Regions", 100 * done / measuring.Length));
        }

        if (shown)
            _host.WriteProgress(new(Activity, "Done", 100, Completed: true));
        await all.ConfigureAwait(false);
    }

    private async Task<LatencyMeasurement> MeasureAsync(RegionFacts region, SemaphoreSlim throttle, CancellationToken cancellationToken)
    {
        LatencyMeasurement measured = new(null, "unknown (the sandbox is nowhere)");
        if (_connection is not { IsSandbox: true })
        {
            await throttle.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                measured = await new LatencyProbe(_request.SampleCount, _timeout).MeasureAsync(EndpointOf(region), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                throttle.Release();
            }
        }

        if (measured.Milliseconds is not null || _location is null)
            return measured;
        (double? estimate, string source) = CompareCloudRegion.Estimate(region, _location);
        return new(estimate, source);
    }

    private Uri EndpointOf(RegionFacts region) => _connection?.EndpointUrl ?? new($"https://{region.Endpoint}");

    private async Task<Prices> PriceAsync(CancellationToken cancellationToken)
    {
        if (_request.InstanceType is not { } type)
            return new(null, "");
        if (_connection is null)
            return NoPrices("no AWS credentials");
        try
        {
            IReadOnlyDictionary<string, decimal> found = await new PriceGateway(_connection).GetHourlyAsync(type, cancellationToken).ConfigureAwait(false);
            return found.Count > 0 ? new(found, type) : NoPrices($"the Price List API knows no {type}");
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return NoPrices($"the Price List API did not answer: {CloudErrors.From(exception).Message.Split('\n')[0]}");
        }
    }

    private Prices NoPrices(string why)
    {
        _host.WriteWarning($"Prices are not compared: {why.TrimEnd('.')}.");
        return new(null, "unknown");
    }

    private sealed record Prices(IReadOnlyDictionary<string, decimal>? Found, string What)
    {
        internal (decimal? Price, string Source) Of(string region) => Found switch
        {
            null => (null, What),
            _ when Found.TryGetValue(region, out decimal price) => (price, $"Price List API, {What}, on demand, Linux"),
            _ => (null, $"unknown ({What} is not in the price list there)"),
        };
    }
}
