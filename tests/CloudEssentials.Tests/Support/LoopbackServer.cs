using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace CloudEssentials.Tests.Support;

/// <summary>A web server on this machine, whose answers a test decides.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private HttpListener _listener = new();
    private readonly Func<Call, Answer> _answer;
    private readonly ConcurrentQueue<Call> _calls = new();

    public LoopbackServer(Func<Call, Answer> answer)
    {
        _answer = answer;
        Url = Start();
        _ = Task.Run(ServeAsync);
    }

    public string Url { get; }

    public IReadOnlyList<Call> Calls => [.. _calls];

    public void Dispose() => _listener.Close();

    private string Start()
    {
        for (int attempt = 0; ; attempt++)
        {
            // A listener whose port was taken is of no further use.
            _listener = new();
            string url = $"http://127.0.0.1:{Random.Shared.Next(20000, 60000)}";
            try
            {
                _listener.Prefixes.Add($"{url}/");
                _listener.Start();
                return url;
            }
            catch (HttpListenerException) when (attempt < 20)
            {
            }
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (_listener.IsListening)
                Serve(await _listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
        }
    }

    private void Serve(HttpListenerContext context)
    {
        using StreamReader reader = new(context.Request.InputStream);
        Call call = new(context.Request.HttpMethod, context.Request.Url!.AbsolutePath, reader.ReadToEnd(), context.Request.Headers.AllKeys.ToDictionary(key => key!, key => context.Request.Headers[key]!, StringComparer.OrdinalIgnoreCase));
        _calls.Enqueue(call);
        Answer answer = _answer(call);
        byte[] body = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.OutputStream.Write(body);
        context.Response.Close();
    }

    internal sealed record Call(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers)
    {
        /// <summary>A parameter of a form.</summary>
        public string? this[string name] => Body.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair[0] == name && pair.Length == 2).Select(pair => WebUtility.UrlDecode(pair[1])).FirstOrDefault();
    }

    internal sealed record Answer(string Body, int Status = 200, string ContentType = "text/xml");
}
