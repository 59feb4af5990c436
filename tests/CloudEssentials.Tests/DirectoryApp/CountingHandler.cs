using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>Answers from a sandbox account, and notes what is called.</summary>
internal sealed partial class CountingHandler(SandboxAccount account) : DelegatingHandler(new SandboxHandler(account))
{
    private readonly ConcurrentQueue<string> _operations = new();
    /// <summary>The operations, in the order of their calls.</summary>
    public IReadOnlyList<string> Operations => [.. _operations];

    /// <summary>Is told each operation before it is called.</summary>
    public Action<string>? Calling { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        string operation = ActionPattern().Match(body) is { Success: true } action ? action.Groups[1].Value
            : request.Headers.TryGetValues("X-Amz-Target", out IEnumerable<string>? targets) ? targets.First().Split('.')[^1]
            : $"{request.Method} {request.RequestUri!.PathAndQuery}";
        _operations.Enqueue(operation);
        Calling?.Invoke(operation);
        return await base.SendAsync(request, cancellationToken);
    }

    [GeneratedRegex("^Action=([A-Za-z]+)")]
    private static partial Regex ActionPattern();
}
