using Amazon.Runtime;

namespace CloudEssentials.Aws.Connections;

/// <summary>
/// Tells quickly whether this machine is an EC2 instance with a role. The SDK would ask for tens of seconds; where nothing answers
/// within a second, there is none.
/// </summary>
internal static class InstanceMetadata
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    // A proxy must never see a request for credentials.
    private static readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = _patience }) { Timeout = _patience };

    private static DateTime _silentUntil;

    /// <summary>The credentials of the instance's role, or null where there is no instance or no role.</summary>
    internal static async Task<AWSCredentials?> CredentialsAsync(CancellationToken cancellationToken)
    {
        string? roles = await ReadAsync("/latest/meta-data/iam/security-credentials/", cancellationToken).ConfigureAwait(false);
        return string.IsNullOrWhiteSpace(roles) ? null : new InstanceProfileAWSCredentials(roles.Split('\n')[0].Trim());
    }

    /// <summary>The Region that the instance is in, or null.</summary>
    internal static async Task<string?> RegionAsync(CancellationToken cancellationToken) =>
        (await ReadAsync("/latest/meta-data/placement/region", cancellationToken).ConfigureAwait(false))?.Trim();

    /// <summary>The service's address; the environment may name another: https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-client.html.</summary>
    private static Uri Address()
    {
        string? given = Environment.GetEnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT");
        bool six = string.Equals(Environment.GetEnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"), "IPv6", StringComparison.OrdinalIgnoreCase);
        return string.IsNullOrWhiteSpace(given) ? new(six ? "http://[fd00:ec2::254]" : "http://169.254.169.254") : EndpointUrls.Parse(given, "AWS_EC2_METADATA_SERVICE_ENDPOINT");
    }

    private static async Task<string?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (string.Equals(Environment.GetEnvironmentVariable("AWS_EC2_METADATA_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
            return null;
        Uri address = Address();
        bool usual = address.Host == "169.254.169.254";
        if (usual && DateTime.UtcNow < _silentUntil)
            return null;

        try
        {
            using HttpRequestMessage ask = new(HttpMethod.Put, new Uri(address, "/latest/api/token"));
            ask.Headers.Add("X-aws-ec2-metadata-token-ttl-seconds", "60");
            using HttpResponseMessage token = await _http.SendAsync(ask, cancellationToken).ConfigureAwait(false);
            if (!token.IsSuccessStatusCode)
                return null;
            using HttpRequestMessage read = new(HttpMethod.Get, new Uri(address, path));
            read.Headers.Add("X-aws-ec2-metadata-token", await token.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
            using HttpResponseMessage answer = await _http.SendAsync(read, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false) : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A desk computer stays one: every command of the next minutes would wait that second again.
            if (usual)
                _silentUntil = DateTime.UtcNow.AddMinutes(5);
            return null;
        }
    }
}
