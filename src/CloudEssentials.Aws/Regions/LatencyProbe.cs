using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CloudEssentials.Aws.Regions;

/// <summary>
/// Measures the round trip to an endpoint: the time to open a TCP connection, which is one round trip; where that is not allowed,
/// as behind a proxy, the time of an HTTPS request on an open connection.
/// </summary>
/// <param name="count">How many round trips; the median counts.</param>
/// <param name="timeout">How long one may take.</param>
public sealed class LatencyProbe(int count, TimeSpan timeout)
{
    /// <summary>Measures.</summary>
    /// <param name="endpoint">The endpoint, such as <c>https://ec2.eu-west-1.amazonaws.com</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<LatencyMeasurement> MeasureAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        try
        {
            double[] times = await ConnectAsync(endpoint, cancellationToken).ConfigureAwait(false);
            return new(Median(times), $"median of {times.Length} TCP round trips");
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            return HttpClient.DefaultProxy.IsBypassed(endpoint) ? new(null, $"unknown ({Why(exception)})") : await AskAsync(endpoint, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<double[]> ConnectAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(endpoint.IdnHost, cancellationToken).WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
        IPAddress address = Array.Find(addresses, candidate => candidate.AddressFamily == AddressFamily.InterNetwork) ?? addresses[0];
        double[] times = new double[count];
        for (int i = 0; i < count; i++)
        {
            using Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            using CancellationTokenSource limit = Limit(cancellationToken);
            long start = Stopwatch.GetTimestamp();
            await socket.ConnectAsync(new IPEndPoint(address, endpoint.Port), limit.Token).ConfigureAwait(false);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return times;
    }

    private async Task<LatencyMeasurement> AskAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        using HttpClient client = new() { Timeout = timeout };
        Uri ping = new(endpoint, "/ping");
        double[] times = new double[count];
        try
        {
            // The first request opens the connection and does not count.
            for (int i = -1; i < count; i++)
            {
                long start = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = await client.GetAsync(ping, cancellationToken).ConfigureAwait(false);
                if (i >= 0)
                    times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            return new(Median(times), $"median of {count} {endpoint.Scheme.ToUpperInvariant()} round trips");
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            return new(null, $"unknown ({Why(exception)})");
        }
    }

    private CancellationTokenSource Limit(CancellationToken cancellationToken)
    {
        CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        return limit;
    }

    private static bool IsFailure(Exception exception, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && exception is (SocketException or HttpRequestException or OperationCanceledException or TimeoutException);

    private string Why(Exception exception) => exception switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => "its name was not found",
        OperationCanceledException or TimeoutException => $"no answer in {timeout.TotalSeconds:0.#} s",
        _ => "not reached",
    };

    private static double Median(double[] times)
    {
        Array.Sort(times);
        int middle = times.Length / 2;
        return Math.Round(times.Length % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2, 1);
    }
}
