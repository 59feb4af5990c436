using System.Globalization;
using System.Text;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>
/// A body in chunks of S3's own, each of which may be signed, with trailers after the last. See "Signature calculations for the
/// Authorization header: Transferring payload in multiple chunks" in the S3 API Reference.
/// </summary>
internal sealed class AwsChunks
{
    private const string SignatureMark = ";chunk-signature=";
    private const string TrailerSignatureName = "x-amz-trailer-signature";

    private readonly byte[] _body;
    private readonly List<(byte[] Data, string? Signature)> _chunks = [];
    private readonly Dictionary<string, string> _trailers = new(StringComparer.OrdinalIgnoreCase);
    private int _at;

    private AwsChunks(byte[] body) => _body = body;

    /// <summary>The chunks in their order, the empty last one among them.</summary>
    public IReadOnlyList<(byte[] Data, string? Signature)> Chunks => _chunks;

    /// <summary>The headers that follow the last chunk.</summary>
    public IReadOnlyDictionary<string, string> Trailers => _trailers;

    public string? TrailerSignature { get; private set; }

    /// <summary>Whether a request's body is in chunks.</summary>
    public static bool IsIn(WireRequest request) => request.Header("x-amz-content-sha256")?.StartsWith("STREAMING-", StringComparison.Ordinal) == true;

    /// <exception cref="ServiceError">IncompleteBody: it is not in chunks, or ends too early.</exception>
    public static AwsChunks Read(byte[] body)
    {
        var read = new AwsChunks(body);
        while (read.ReadChunk() > 0)
        {
            // The next one follows.
        }

        read.ReadTrailers();
        return read;
    }

    /// <summary>The data without the chunks.</summary>
    public byte[] Join() => [.. _chunks.SelectMany(chunk => chunk.Data)];

    private static ServiceError Incomplete() => new("IncompleteBody", "The request body terminated unexpectedly");

    private int ReadChunk()
    {
        string head = ReadLine() ?? throw Incomplete();
        int mark = head.IndexOf(SignatureMark, StringComparison.Ordinal);
        string length = mark < 0 ? head : head[..mark];
        if (!int.TryParse(length, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) || size < 0 || size > _body.Length - _at)
        {
            throw Incomplete();
        }

        _chunks.Add((_body[_at..(_at + size)], mark < 0 ? null : head[(mark + SignatureMark.Length)..]));
        _at += size;
        return size > 0 && ReadLine() != string.Empty ? throw Incomplete() : size;
    }

    private void ReadTrailers()
    {
        while (ReadLine() is { Length: > 0 } line)
        {
            string[] parts = line.Split(':', 2);
            if (parts[0].Equals(TrailerSignatureName, StringComparison.OrdinalIgnoreCase))
            {
                TrailerSignature = parts[^1].Trim();
            }
            else
            {
                _trailers[parts[0].Trim()] = parts[^1].Trim();
            }
        }
    }

    // The last trailer may end without a new line.
    private string? ReadLine()
    {
        if (_at >= _body.Length)
        {
            return null;
        }

        int length = _body.AsSpan(_at).IndexOf("\r\n"u8);
        string line = Encoding.Latin1.GetString(_body, _at, length < 0 ? _body.Length - _at : length);
        _at = length < 0 ? _body.Length : _at + length + 2;
        return line;
    }
}
