using System.Net.Sockets;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Asks the application over HTTP whether it is well.</summary>
public sealed class AppProbe : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http;

    /// <summary>Asks by the network, or by what answers in its stead.</summary>
    /// <param name="connection">The account.</param>
    public AppProbe(AwsConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        // What is served from instances of one's own is asked for directly, and as often as it is asked.
        _http = connection.Handler is { } handler
            ? new(handler, disposeHandler: false)
            : new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = _patience, PooledConnectionLifetime = TimeSpan.Zero });
        _http.Timeout = _patience;
    }

    /// <summary>Asks once.</summary>
    /// <param name="url">Where the application answers.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>True where it is well, with its answer, such as <c>200 OK</c>, or why there was none.</returns>
    public async Task<(bool IsWell, string Answer)> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await _http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return ((int)response.StatusCode < 400, $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd());
        }
        catch (HttpRequestException exception)
        {
            return (false, exception.InnerException is SocketException socket ? socket.Message : exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (false, $"no answer within {_patience.TotalSeconds:0} s");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
