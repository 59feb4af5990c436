using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Services;

/// <summary>What a request is meant for.</summary>
/// <param name="Service">The service.</param>
/// <param name="Region">The Region.</param>
/// <param name="IsOwnHost">Whether the service's own host name was called, and not an endpoint that all services share.</param>
internal sealed record ServiceTarget(ServiceModel Service, string Region, bool IsOwnHost);
