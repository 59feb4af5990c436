using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Util;

namespace CloudEssentials.Aws.Clients;

/// <summary>What a generated client adds to the SDK's pipeline: where to send a request, and that SigV4 signs it.</summary>
internal static class ClientPipeline
{
    internal static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<Amazon.Runtime.Internal.EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<EndpointHandler>(new AuthHandler());
    }

    /// <summary>The endpoint of a service in the Region of <paramref name="config"/>, or the address that the user set.</summary>
    internal static Endpoint Endpoint(IClientConfig config, RegionEndpoint? alternate) =>
        config.EndpointProvider.ResolveEndpoint(Parameters(config, alternate));

    private static EndpointParameters Parameters(IClientConfig config, RegionEndpoint? alternate)
    {
        EndpointParameters parameters = new()
        {
            ["UseFIPS"] = config.UseFIPSEndpoint,
            ["UseDualStack"] = config.UseDualstackEndpoint,
        };
        if (Region(config, alternate) is { Length: > 0 } region) parameters["Region"] = region;
        if (!string.IsNullOrEmpty(config.ServiceURL)) parameters["Endpoint"] = config.ServiceURL;
        return parameters;
    }

    private static string? Region(IClientConfig config, RegionEndpoint? alternate) =>
        (alternate ?? config.RegionEndpoint)?.SystemName
        ?? (string.IsNullOrEmpty(config.ServiceURL) ? null : config.AuthenticationRegion ?? AWSSDKUtils.DetermineRegion(config.ServiceURL));

    private sealed class EndpointHandler : BaseEndpointResolver
    {
        protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
            Parameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
    }

    private sealed class AuthHandler : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
            executionContext.RequestContext.Options is Call { IsUnsigned: true } ? AuthSchemeOption.DEFAULT_NOAUTH : AuthSchemeOption.DEFAULT_SIGV4;
    }
}
