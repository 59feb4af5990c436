using Amazon;
using Amazon.Runtime;

namespace CloudEssentials.Aws.Connections;

/// <summary>Where calls go, whoever makes them.</summary>
/// <param name="Region">The Region.</param>
/// <param name="RegionIsAssumed">True where nobody named a Region.</param>
/// <param name="EndpointUrl">The address of every service, or null for the configured or AWS's own.</param>
/// <param name="Handler">What answers in the network's stead, or null.</param>
/// <param name="Profile">The profile whose endpoints and retry mode count, or null for the environment's.</param>
internal sealed record Place(string Region, bool RegionIsAssumed, Uri? EndpointUrl, HttpMessageHandler? Handler, Profile? Profile)
{
    /// <summary>What a call waits for a connection; a host that does not exist is told soon.</summary>
    private static readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The clock that waits go by.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long after a change a search may still show what was before. AWS promises nothing; seconds are what it takes.</summary>
    internal TimeSpan Lag { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How the profile wants calls repeated; null where the environment decides.</summary>
    internal RequestRetryMode? RetryMode { get; init; }

    /// <summary>How often the profile lets a call be tried; null where the environment decides.</summary>
    internal int? MaxAttempts { get; init; }

    /// <summary>The settings of one service's client here.</summary>
    internal TConfig Configure<TConfig>(string region)
        where TConfig : ClientConfig, new()
    {
        TConfig config = new() { Profile = Profile, IgnoreConfiguredEndpointUrls = Handler is not null || IgnoresConfigured() };
        if ((EndpointUrl ?? Configured(config)) is { } url)
        {
            config.ServiceURL = url.AbsoluteUri;
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        if (Handler is not null)
            config.HttpClientFactory = new HandlerClientFactory(Handler);
        if (RetryMode is { } mode)
            config.RetryMode = mode;
        if (MaxAttempts is { } attempts)
            config.MaxErrorRetry = attempts - 1;
        // The SDK takes a connection that broke for a stale one and calls again, even where the call may have taken effect.
        if (MaxAttempts == 1)
            config.MaxStaleConnectionRetries = 0;
        config.ConnectTimeout = _connectTimeout;
        return config;
    }

    /// <summary>The address that the environment or the profile gives one service, read as the SDK reads it.</summary>
    internal static Uri? Configured(ClientConfig config)
    {
        try
        {
            return config.ServiceURL is { Length: > 0 } url ? EndpointUrls.Parse(url, "AWS_ENDPOINT_URL or the profile's endpoint_url") : null;
        }
        catch (Exception exception) when (exception is AmazonClientException or UriFormatException)
        {
            throw EndpointUrls.Invalid(exception.Message, "AWS_ENDPOINT_URL or the profile's endpoint_url");
        }
    }

    private static bool IgnoresConfigured() =>
        bool.TryParse(Environment.GetEnvironmentVariable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"), out bool ignore) && ignore;

    /// <summary>Gives every client the one handler, which outlives them.</summary>
    private sealed class HandlerClientFactory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);
    }
}
