using System.Buffers;
using System.Globalization;
using System.Text;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>
/// One client's connection, in as much of HTTP/1.1 (RFC 9112) as AWS's clients speak to a plain endpoint. The system's own listener would
/// need a reservation on Windows, and cannot break a connection without an answer.
/// </summary>
internal sealed class HttpConnection(Stream stream)
{
    private const int MaximumHead = 64 * 1024;
    private const int MaximumBody = 64 * 1024 * 1024;

    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    private byte[] _buffer = new byte[8192];
    private int _length;

    /// <summary>Reads the next request.</summary>
    /// <returns>The request, and whether the client will send another; null if the client has gone.</returns>
    /// <exception cref="InvalidDataException">It is not HTTP, or larger than anything that AWS takes.</exception>
    public async Task<(WireRequest Request, bool KeepAlive)?> ReadAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = _buffer.AsSpan(0, _length).IndexOf(HeadEnd)) < 0)
        {
            if (_length > MaximumHead)
            {
                throw new InvalidDataException("The head of the request is too long.");
            }

            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        string[] lines = Encoding.Latin1.GetString(_buffer, 0, end).Split("\r\n");
        Consume(end + HeadEnd.Length);
        string[] start = lines[0].Split(' ');
        if (start.Length != 3 || !start[2].StartsWith("HTTP/1.", StringComparison.Ordinal))
        {
            throw new InvalidDataException("The request is not one of HTTP/1.1.");
        }

        Dictionary<string, string> headers = ReadHeaders(lines);
        byte[] body = await ReadBodyAsync(headers, cancellationToken).ConfigureAwait(false);
        bool close = start[2] == "HTTP/1.0" || (headers.TryGetValue("connection", out string? connection) && connection.Contains("close", StringComparison.OrdinalIgnoreCase));
        return (new WireRequest(start[0], TargetOf(start[1]), headers, body), !close);
    }

    /// <summary>Answers a request.</summary>
    public async Task WriteAsync(WireResponse response, bool keepAlive, CancellationToken cancellationToken)
    {
        StringBuilder head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status} {(response.Status < 400 ? "OK" : "Refused")}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: {response.ContentType}\r\n")
            .Append(response.Headers.ContainsKey("Content-Length") ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {response.Body.Length}\r\n"))
            .Append(keepAlive ? string.Empty : "Connection: close\r\n");
        foreach ((string name, string value) in response.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        byte[] bytes = [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. response.Body];
        await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }

    // A client that takes the endpoint for a proxy sends the whole URL.
    private static string TargetOf(string target) =>
        target.StartsWith('/') ? target : Uri.TryCreate(target, UriKind.Absolute, out Uri? url) ? url.PathAndQuery : "/";

    private static Dictionary<string, string> ReadHeaders(string[] lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new InvalidDataException("A header has no name.");
            }

            string name = line[..colon];
            string value = line[(colon + 1)..].Trim();
            headers[name] = headers.TryGetValue(name, out string? earlier) ? $"{earlier},{value}" : value;
        }

        return headers;
    }

    private async Task<byte[]> ReadBodyAsync(Dictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (headers.TryGetValue("expect", out string? expected) && expected.Equals("100-continue", StringComparison.OrdinalIgnoreCase))
        {
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }

        if (headers.TryGetValue("transfer-encoding", out string? encoding) && encoding.Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            return await ReadChunksAsync(cancellationToken).ConfigureAwait(false);
        }

        return headers.TryGetValue("content-length", out string? text)
            ? await TakeAsync(ParseLength(text, NumberStyles.None), cancellationToken).ConfigureAwait(false)
            : [];
    }

    private async Task<byte[]> ReadChunksAsync(CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        while (true)
        {
            string line = await ReadLineAsync(cancellationToken).ConfigureAwait(false);
            int size = ParseLength(line.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier);
            if (size == 0)
            {
                while ((await ReadLineAsync(cancellationToken).ConfigureAwait(false)).Length > 0)
                {
                    // Trailers say nothing that is needed here.
                }

                return body.WrittenSpan.ToArray();
            }

            body.Write(await TakeAsync(size, cancellationToken).ConfigureAwait(false));
            await ReadLineAsync(cancellationToken).ConfigureAwait(false);
            _ = body.WrittenCount <= MaximumBody ? 0 : throw new InvalidDataException("The body of the request is too long.");
        }
    }

    private static int ParseLength(string text, NumberStyles style) =>
        int.TryParse(text, style, CultureInfo.InvariantCulture, out int size) && size is >= 0 and <= MaximumBody
            ? size
            : throw new InvalidDataException($"'{text}' is no length of a body.");

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = _buffer.AsSpan(0, _length).IndexOf("\r\n"u8)) < 0)
        {
            if (_length > MaximumHead || !await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                throw new InvalidDataException("The body of the request ends too early.");
            }
        }

        string line = Encoding.Latin1.GetString(_buffer, 0, end);
        Consume(end + 2);
        return line;
    }

    private async Task<byte[]> TakeAsync(int size, CancellationToken cancellationToken)
    {
        byte[] taken = new byte[size];
        int ready = Math.Min(size, _length);
        _buffer.AsSpan(0, ready).CopyTo(taken);
        Consume(ready);
        await stream.ReadExactlyAsync(taken.AsMemory(ready), cancellationToken).ConfigureAwait(false);
        return taken;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_length == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
        _length += read;
        return read > 0;
    }

    private void Consume(int count)
    {
        _buffer.AsSpan(count, _length - count).CopyTo(_buffer);
        _length -= count;
    }
}
