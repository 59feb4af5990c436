using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Sandbox.Services;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox;

/// <summary>Answers an SDK's requests from a sandbox account, as if it were the network.</summary>
/// <param name="account">The account; it outlives the handler.</param>
public sealed class SandboxHandler(SandboxAccount account) : HttpMessageHandler
{
    private readonly RequestPipeline _pipeline = new(account);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var wire = new WireRequest(request.Method.Method, request.RequestUri!.PathAndQuery, Headers(request), body);
        try
        {
            return Message(await _pipeline.AnswerAsync(wire, cancellationToken).ConfigureAwait(false), request);
        }
        catch (ConnectionDropped dropped)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, dropped.Message, new SocketException((int)dropped.Error));
        }
    }

    private static Dictionary<string, string> Headers(HttpRequestMessage request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(request.Headers.NonValidated);
        if (request.Content is not null)
        {
            Add(request.Content.Headers.NonValidated);
        }

        headers["host"] = request.Headers.Host ?? request.RequestUri!.Authority;
        if (WebHost.Find(headers["host"]) is not null)
        {
            // Which port is meant by a URL without one, only its scheme tells.
            headers["host"] = $"{request.RequestUri!.Host}:{request.RequestUri.Port}";
        }

        return headers;

        void Add(HttpHeadersNonValidated source)
        {
            foreach ((string name, HeaderStringValues values) in source)
            {
                // HttpClient sends the parts of a user agent with blanks between them.
                headers[name] = string.Join(name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase) ? " " : ",", values);
            }
        }
    }

    private static HttpResponseMessage Message(WireResponse response, HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(response.Body),
        };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        foreach ((string name, string value) in response.Headers)
        {
            _ = message.Headers.TryAddWithoutValidation(name, value) || message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}
