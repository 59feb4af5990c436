using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Sandbox.Services;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox;

/// <summary>A sandbox account on a port of this machine, for any client that takes an endpoint URL. All services share the port.</summary>
public sealed class SandboxEndpoint : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly RequestPipeline _pipeline;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, bool> _connections = new();
    private readonly Task _loop;

    private SandboxEndpoint(SandboxAccount account, TcpListener listener)
    {
        Account = account;
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _listener = listener;
        _pipeline = new RequestPipeline(account);
        _loop = AcceptAsync();
    }

    /// <summary>The account behind it.</summary>
    public SandboxAccount Account { get; }

    /// <summary>The port that it listens on.</summary>
    public int Port { get; }

    /// <summary>What clients take as their endpoint URL.</summary>
    public Uri Url => new($"http://127.0.0.1:{Port}");

    /// <summary>Opens an account on 127.0.0.1.</summary>
    /// <param name="account">The account; it outlives the endpoint.</param>
    /// <param name="port">The port, 1 to 65535; 0 for any that is free.</param>
    /// <returns>The endpoint, which listens already.</returns>
    /// <exception cref="CloudException"><c>SandboxPortUnavailable</c>: something else listens there, or this user may not.</exception>
    public static SandboxEndpoint Start(SandboxAccount account, int port = 0)
    {
        ArgumentNullException.ThrowIfNull(account);
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return new SandboxEndpoint(account, listener);
        }
        catch (SocketException exception)
        {
            listener.Dispose();
            throw new CloudException(
                "SandboxPortUnavailable",
                $"The sandbox cannot listen on port {port} of 127.0.0.1: {exception.Message}",
                CloudErrorCategory.ResourceUnavailable,
                port,
                "Choose another port, or 0 for any that is free.",
                exception);
        }
    }

    /// <summary>Stops listening and waits for the loop to end.</summary>
    /// <returns>When it has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _loop.ConfigureAwait(false);
        await Task.WhenAll(_connections.Keys).ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
                Task connection = Task.Run(() => ServeAsync(client));
                _connections[connection] = true;
                _ = connection.ContinueWith(ended => _connections.TryRemove(ended, out _), TaskScheduler.Default);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // A client that gave up before it was let in is no reason to stop listening.
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient owned = client;
        client.NoDelay = true;
        var connection = new HttpConnection(client.GetStream());
        try
        {
            bool keepAlive = true;
            while (keepAlive && await connection.ReadAsync(_stop.Token).ConfigureAwait(false) is { } read)
            {
                keepAlive = read.KeepAlive;
                await connection.WriteAsync(await AnswerAsync(read.Request).ConfigureAwait(false), keepAlive, _stop.Token).ConfigureAwait(false);
            }
        }
        catch (ConnectionDropped)
        {
            // Closed at once and without a farewell, so that the client sees a connection that broke.
            client.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone, or speaks something else, or the endpoint has been closed: nobody is left to be told.
        }
    }

    private async Task<WireResponse> AnswerAsync(WireRequest request)
    {
        try
        {
            return await _pipeline.AnswerAsync(request, _stop.Token).ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            return _pipeline.Fail(request, exception);
        }
    }
}
