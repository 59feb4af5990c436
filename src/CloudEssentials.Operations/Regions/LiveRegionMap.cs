using System.Diagnostics;
using System.Runtime.CompilerServices;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.Regions;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Regions;

namespace CloudEssentials.Operations.Regions;

/// <summary>The map of an account: the list of Regions, then every Region at once; results in the order of the list.</summary>
internal sealed class LiveRegionMap
{
    private const string Activity = "Asking Regions for their zones";

    private static readonly string[] _otherStarts = ["us-east-1", "us-west-2", "eu-west-1"];
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private readonly GetRegionAZMapRequest _request;
    private readonly IOperationHost _host;
    private readonly AwsConnection _connection;
    private readonly RegionGateway _gateway;
    private readonly RegionCatalog _catalog = RegionCatalog.Default;
    private readonly RegionPattern _pattern;

    private LiveRegionMap(GetRegionAZMapRequest request, IOperationHost host, AwsConnection connection)
    {
        _request = request;
        _host = host;
        _connection = connection;
        _gateway = new(connection);
        _pattern = new(request.Region);
    }

    /// <summary>Connects.</summary>
    /// <returns>Null where there are no credentials at all.</returns>
    internal static async Task<LiveRegionMap?> ConnectAsync(GetRegionAZMapRequest request, IOperationHost host, CancellationToken cancellationToken)
    {
        try
        {
            string? start = FirstRegionOf(request);
            AwsConnection connection = await host.ConnectAsync(request, region: null, role: null, cancellationToken).ConfigureAwait(false);
            return new(request, host, start is null || connection.Partition == request.Partition ? connection : connection.RegionIsAssumed ? connection.In(start) : connection);
        }
        catch (CloudException error) when (error.ErrorId == "NoCredentials")
        {
            return null;
        }
    }

    /// <summary>Gives the Regions.</summary>
    internal async IAsyncEnumerable<RegionAZMap> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CheckPartition();
        List<ListedRegion> chosen = Choose(await ListAsync(cancellationToken).ConfigureAwait(false));
        using SemaphoreSlim throttle = new(_request.ThrottleLimit);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<RegionAZMap?>[] asked = [.. chosen.Select(region => AskAsync(region, throttle, stop.Token))];
        long start = Stopwatch.GetTimestamp();
        bool shown = false;
        try
        {
            for (int i = 0; i < asked.Length; i++)
            {
                if (Stopwatch.GetElapsedTime(start) > _patience)
                {
                    shown = true;
                    _host.WriteProgress(new(Activity, chosen[i].Code, 100 * i / asked.Length));
                }

                if (await asked[i].ConfigureAwait(false) is { } map)
                    yield return map;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(asked).ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
            if (shown)
                _host.WriteProgress(new(Activity, "Done", 100, Completed: true));
        }
    }

    private static string? FirstRegionOf(GetRegionAZMapRequest request) =>
        request.Partition is { } partition ? RegionCatalog.Default.InPartition(partition).FirstOrDefault(region => !region.OptInRequired)?.Code : null;

    private void CheckPartition()
    {
        if (_request.Partition is not { } partition || _connection.EndpointUrl is not null || partition.Equals(_connection.Partition, StringComparison.OrdinalIgnoreCase))
            return;
        throw new CloudException(
            "PartitionMismatch",
            $"-Partition {partition}: the credentials ({_connection.CredentialSource}) and the Region {_connection.Region} are of {_connection.Partition}.",
            CloudErrorCategory.InvalidArgument,
            partition,
            $"A partition has accounts of its own: connect to one of {partition}, or use -Offline.");
    }

    private async Task<IReadOnlyList<ListedRegion>> ListAsync(CancellationToken cancellationToken)
    {
        CloudException? refusal = null;
        foreach (string region in Starts())
        {
            try
            {
                return await _gateway.ListAsync(_request.AllRegions, region, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (CloudErrors.From(exception) is { Category: CloudErrorCategory.PermissionDenied } denied)
            {
                // A control policy may close a Region and leave the others open.
                refusal ??= denied;
                _host.WriteVerbose($"{region} refuses to list the Regions ({denied.ErrorId}).");
            }
        }

        throw refusal!;
    }

    private IEnumerable<string> Starts() => _connection.Partition == "aws" ? _otherStarts.Prepend(_connection.Region).Distinct() : [_connection.Region];

    private List<ListedRegion> Choose(IReadOnlyList<ListedRegion> listed)
    {
        List<ListedRegion> chosen = [.. listed.Where(region => _pattern.Includes(region.Code) && InPartition(region.Code))];
        List<string> codes = [.. chosen.Select(region => region.Code)];
        foreach (string unmatched in _pattern.Unmatched(codes))
            _host.WriteError(RegionChoice.NotInAccount(_catalog, unmatched, _connection.Partition));
        return chosen;
    }

    private bool InPartition(string code) =>
        _request.Partition is not { } partition || _catalog.Find(code) is not { } known || known.Partition.Equals(partition, StringComparison.OrdinalIgnoreCase);

    private async Task<RegionAZMap?> AskAsync(ListedRegion region, SemaphoreSlim throttle, CancellationToken cancellationToken)
    {
        if (!region.IsEnabled)
            return ToMap(region, []);
        await throttle.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Making a client is work of its own: it must not hold up the next Region's.
            return ToMap(region, await Task.Run(() => _gateway.ListZonesAsync(region.Code, _request.ZoneType, cancellationToken), cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            _host.WriteError(InRegion(CloudErrors.From(exception), region.Code));
            return null;
        }
        finally
        {
            throttle.Release();
        }
    }

    private static CloudException InRegion(CloudException error, string region) =>
        new(error.ErrorId, $"{region}: {error.Message}", error.Category, region, error.Remedy, error);

    private RegionAZMap ToMap(ListedRegion region, IReadOnlyList<ZoneDetail> zones)
    {
        RegionFacts? facts = _catalog.Find(region.Code);
        return new()
        {
            Region = region.Code,
            Name = facts?.Name ?? region.Code,
            Geography = facts?.Geography,
            Country = region.Country ?? facts?.Country,
            Partition = facts?.Partition ?? _connection.Partition,
            OptInStatus = region.OptInStatus,
            Endpoint = region.Endpoint.Length > 0 ? region.Endpoint : facts?.Endpoint ?? "",
            Zones = zones,
            AccountId = AccountOf(_request, _host),
            Source = _gateway.Source,
        };
    }

    // Only a connection that was made knows its account: asking for it would be a call more.
    private static string? AccountOf(GetRegionAZMapRequest request, IOperationHost host) =>
        request is { AccessKey: null, Credential: null, ProfileName: null, EndpointUrl: null } ? (request.Connection ?? host.Session.Current)?.AccountId : null;
}
