using System.Net;
using CloudEssentials.Catalog;

namespace CloudEssentials.Operations.Policies;

/// <summary>Downloads AWS's published service reference. An answer is taken whole, of a likely size and from the one endpoint, or not at all.</summary>
internal sealed class ServiceReferenceClient : IDisposable
{
    private const int LargestAnswer = 16 * 1024 * 1024;
    private const int Attempts = 3;
    private readonly HttpClient _client;
    private readonly Uri _endpoint;

    public ServiceReferenceClient(Uri endpoint, HttpMessageHandler? handler)
    {
        if (!endpoint.IsAbsoluteUri || !(endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback)))
        {
            throw new CloudException(
                "CatalogEndpointInvalid",
                $"'{endpoint}' is not an HTTPS address.",
                CloudErrorCategory.InvalidArgument,
                endpoint,
                "Leave -Endpoint out, or name a mirror that answers by HTTPS.");
        }

        _endpoint = endpoint;

        // A redirection could lead anywhere; the published reference has none.
        handler ??= new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All };
        _client = new(handler) { MaxResponseContentBufferSize = LargestAnswer, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Downloads the list of services; the addresses are all of the endpoint.</summary>
    public async Task<IReadOnlyList<(string Prefix, Uri Address)>> ReadIndexAsync(CancellationToken cancellationToken)
    {
        var json = await DownloadAsync(_endpoint, cancellationToken).ConfigureAwait(false);
        return Check(_endpoint, () => ServiceReferenceReader.ReadIndex(json).Select(entry => (entry.Prefix, ToAddress(entry.Address))).ToList());
    }

    /// <summary>Downloads one service.</summary>
    public async Task<ReferenceService> ReadServiceAsync(string prefix, Uri address, CancellationToken cancellationToken)
    {
        var json = await DownloadAsync(address, cancellationToken).ConfigureAwait(false);
        return Check(address, () => ServiceReferenceReader.ReadService(prefix, json));
    }

    public void Dispose() => _client.Dispose();

    private static T Check<T>(Uri address, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException failure)
        {
            throw new CloudException(
                "CatalogDownloadInvalid",
                $"What '{address}' answered is not AWS's service reference: {failure.Message} The catalogue stays as it is.",
                CloudErrorCategory.InvalidData,
                address,
                "Try again later; if it stays so, the module may need an update.",
                failure);
        }
    }

    /// <summary>AWS's list names AWS's own addresses: at a mirror the same paths are meant, and any other host is refused.</summary>
    private Uri ToAddress(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var named) || !IsPublished(named))
            throw new InvalidDataException($"The list names the address '{address}', which is not of the service reference.");
        return new(_endpoint, named.AbsolutePath);
    }

    private bool IsPublished(Uri named) =>
        Uri.Compare(named, _endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
        || (named.Scheme == Uri.UriSchemeHttps && named.Host.Equals("servicereference.us-east-1.amazonaws.com", StringComparison.OrdinalIgnoreCase) && named.IsDefaultPort);

    private async Task<byte[]> DownloadAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var answer = await _client.GetAsync(address, cancellationToken).ConfigureAwait(false);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
                if (attempt == Attempts || (int)answer.StatusCode < 500)
                    throw Failed(address, $"it answered {(int)answer.StatusCode} {answer.ReasonPhrase}", null);
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                if (attempt == Attempts || failure is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded })
                    throw Failed(address, failure is TaskCanceledException ? "no answer came in time" : failure.Message, failure);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), cancellationToken).ConfigureAwait(false);
        }
    }

    private static CloudException Failed(Uri address, string why, Exception? failure) => new(
        "CatalogDownloadFailed",
        $"'{address}' could not be downloaded: {why}. The catalogue stays as it is.",
        CloudErrorCategory.ConnectionError,
        address,
        "Check the network and its proxy, and try again.",
        failure);
}
