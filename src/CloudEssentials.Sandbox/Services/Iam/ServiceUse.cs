using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The last use that a user or role made of a service.</summary>
/// <param name="At">When.</param>
/// <param name="Region">The Region.</param>
/// <param name="Actions">When each action was last called.</param>
internal sealed record ServiceUse(DateTimeOffset At, string Region, ImmutableSortedDictionary<string, DateTimeOffset> Actions);
