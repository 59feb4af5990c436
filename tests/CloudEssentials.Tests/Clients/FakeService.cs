using System.Net;
using System.Text;
using Amazon.Runtime;

namespace CloudEssentials.Tests.Clients;

/// <summary>Stands where AWS would: keeps what was sent, answers what it was told to, the last answer again and again.</summary>
internal sealed class FakeService
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = [];
    private Func<HttpResponseMessage> _last = () => new(HttpStatusCode.OK) { Content = new StringContent("") };

    internal List<Sent> Requests { get; } = [];

    /// <summary>What a client's configuration takes, so that it comes here.</summary>
    internal HttpClientFactory HttpClients => new Factory(this);

    internal Sent Only => Assert.Single(Requests);

    internal FakeService Answer(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(() =>
        {
            HttpResponseMessage response = new(status) { Content = new StringContent(body, Encoding.UTF8, body.StartsWith('<') ? "text/xml" : "application/json") };
            foreach ((string name, string value) in headers) response.Headers.TryAddWithoutValidation(name, value);
            return response;
        });
        return this;
    }

    /// <summary>Keys of nobody, and a configuration that comes here instead of to AWS.</summary>
    internal TClient Client<TClient, TConfig>(Action<TConfig>? configure = null)
        where TClient : AmazonServiceClient
        where TConfig : ClientConfig, new()
    {
        TConfig config = new() { RegionEndpoint = Amazon.RegionEndpoint.EUWest1, HttpClientFactory = HttpClients };
        configure?.Invoke(config);
        return (TClient)Activator.CreateInstance(typeof(TClient), new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config)!;
    }

    private async Task<HttpResponseMessage> ReceiveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Dictionary<string, string> headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        lock (Requests)
        {
            Requests.Add(new(request.Method.Method, request.RequestUri!, headers, body));
            if (_answers.TryDequeue(out Func<HttpResponseMessage>? answer)) _last = answer;
            return _last();
        }
    }

    internal sealed record Sent(string Method, Uri Uri, Dictionary<string, string> Headers, string Body)
    {
        /// <summary>The fields of the form, one a line, in the order of their names.</summary>
        internal string Form => string.Join('\n', Body.Split('&').Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal));
    }

    private sealed class Factory(FakeService service) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(service));

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }

    private sealed class Handler(FakeService service) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            service.ReceiveAsync(request, cancellationToken);
    }
}
