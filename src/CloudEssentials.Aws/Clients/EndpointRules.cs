using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace CloudEssentials.Aws.Clients;

/// <summary>An endpoint rule set of AWS, compiled by the generator, as the SDK's endpoint provider.</summary>
internal sealed class EndpointRules(Func<EndpointRules.Input, Endpoint?> rules) : IEndpointProvider
{
    /// <summary>What the rules of every service look at.</summary>
    internal sealed record Input(string? Region, string? Endpoint, bool UseFIPS, bool UseDualStack);

    public Endpoint ResolveEndpoint(EndpointParameters parameters) =>
        rules(new(parameters["Region"] as string, parameters["Endpoint"] as string, parameters["UseFIPS"] is true, parameters["UseDualStack"] is true))
        ?? throw new AmazonClientException("Cannot resolve an endpoint: no rule matches the configuration.");

    internal static Partition? PartitionOf(string? region) => region is null ? null : Fn.Partition(region);

    internal static Endpoint Fail(string message) => throw new AmazonClientException(message);
}
