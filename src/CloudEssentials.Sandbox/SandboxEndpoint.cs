using System.Net;
using System.Net.Sockets;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Sandbox.Services;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox;

/// <summary>A sandbox account on a port of this machine, for any client that takes an endpoint URL. All services share the port.</summary>
public sealed class SandboxEndpoint : IAsyncDisposable
{
    private const int Attempts = 10;

    private readonly HttpListener listener;
    private readonly RequestPipeline pipeline;
    private readonly CancellationTokenSource stop = new();
    private readonly Task loop;

    private SandboxEndpoint(SandboxAccount account, HttpListener listener, int port)
    {
        Account = account;
        Port = port;
        this.listener = listener;
        pipeline = new RequestPipeline(account);
        loop = Task.Run(AcceptAsync);
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
        for (int attempt = 1; ; attempt++)
        {
            int chosen = port == 0 ? FreePort() : port;
            var listener = new HttpListener { IgnoreWriteExceptions = true };
            listener.Prefixes.Add($"http://127.0.0.1:{chosen}/");
            try
            {
                listener.Start();
                return new SandboxEndpoint(account, listener, chosen);
            }
            catch (Exception exception) when (exception is HttpListenerException or SocketException)
            {
                // Someone may have taken a free port between the look and the leap.
                if (port != 0 || attempt == Attempts)
                {
                    throw new CloudException(
                        "SandboxPortUnavailable",
                        $"The sandbox cannot listen on port {chosen} of 127.0.0.1: {exception.Message}",
                        CloudErrorCategory.ResourceUnavailable,
                        chosen,
                        "Choose another port, or 0 for any that is free.",
                        exception);
                }
            }
        }
    }

    /// <summary>Stops listening and waits for the loop to end.</summary>
    /// <returns>When it has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested)
        {
            return;
        }

        await stop.CancelAsync().ConfigureAwait(false);
        listener.Close();
        await loop.ConfigureAwait(false);
        stop.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                HttpListenerContext context = await listener.GetContextAsync().ConfigureAwait(false);
                _ = Task.Run(() => AnswerAsync(context));
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (!listener.IsListening)
                {
                    return;
                }
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            WireRequest request = await ReadAsync(context.Request).ConfigureAwait(false);
            await WriteAsync(context.Response, await AnswerAsync(request).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ConnectionDropped or OperationCanceledException)
        {
            context.Response.Abort();
        }
        catch (Exception exception) when (exception is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The client has gone, or the endpoint has been closed; if the client is still there, it is not left waiting.
            context.Response.Abort();
        }
    }

    private async Task<WireResponse> AnswerAsync(WireRequest request)
    {
        try
        {
            return await pipeline.AnswerAsync(request, stop.Token).ConfigureAwait(false);
        }
        catch (CloudException exception)
        {
            return pipeline.Fail(request, exception);
        }
    }

    private static async Task<WireRequest> ReadAsync(HttpListenerRequest request)
    {
        using var body = new MemoryStream();
        await request.InputStream.CopyToAsync(body).ConfigureAwait(false);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in request.Headers.AllKeys.OfType<string>())
        {
            headers[name] = request.Headers[name] ?? string.Empty;
        }

        return new WireRequest(request.HttpMethod, request.RawUrl ?? "/", headers, body.ToArray());
    }

    private static async Task WriteAsync(HttpListenerResponse response, WireResponse answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength64 = answer.Body.Length;
        foreach ((string name, string value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        await response.OutputStream.WriteAsync(answer.Body).ConfigureAwait(false);
        response.Close();
    }
}
