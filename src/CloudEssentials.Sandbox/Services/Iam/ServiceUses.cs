using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Which services a user or role has called.</summary>
/// <param name="Services">The last use of each, by the service's prefix.</param>
internal sealed record ServiceUses(ImmutableSortedDictionary<string, ServiceUse> Services);
