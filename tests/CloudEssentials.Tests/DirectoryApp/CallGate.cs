using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>Notes the calls that pass, and can stop their caller at one of them.</summary>
internal sealed partial class CallGate(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly ConcurrentQueue<string> _calls = new();
    private CancellationTokenSource _stop = new();
    private int _left = int.MaxValue;

    internal IReadOnlyList<string> Calls => [.. _calls];

    internal CancellationToken StopAt(int call)
    {
        _stop.Dispose();
        _stop = new();
        _left = call;
        return _stop.Token;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(CancellationToken.None);
        _calls.Enqueue(Name(request, body));
        // The call takes effect, and its caller does not live to see the answer.
        HttpResponseMessage response = await base.SendAsync(request, CancellationToken.None);
        if (Interlocked.Decrement(ref _left) == 0)
        {
            await _stop.CancelAsync();
            _stop.Token.ThrowIfCancellationRequested();
        }

        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _stop.Dispose();
        base.Dispose(disposing);
    }

    private static string Name(HttpRequestMessage request, string body)
    {
        if (request.Headers.TryGetValues("X-Amz-Target", out IEnumerable<string>? target))
            return target.First();
        return Action().Match(body) is { Success: true } action ? action.Groups[1].Value : $"{request.Method} {request.RequestUri!.PathAndQuery}";
    }

    [GeneratedRegex("(?:^|&)Action=([A-Za-z]+)")]
    private static partial Regex Action();
}
