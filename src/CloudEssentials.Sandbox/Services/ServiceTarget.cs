using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Services;

/// <summary>What a request is meant for.</summary>
/// <param name="Service">The service.</param>
/// <param name="Region">The Region.</param>
/// <param name="SigningRegion">The Region for which it must be signed; null on an endpoint that all services share.</param>
internal sealed record ServiceTarget(ServiceModel Service, string Region, string? SigningRegion)
{
    /// <summary>Whether the host was AWS's and named no Region.</summary>
    public bool IsGlobalEndpoint { get; init; }
}
