using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>A topic.</summary>
internal sealed record SnsTopic
{
    public required string Arn { get; init; }

    public required string Region { get; init; }

    /// <summary>The attributes that were set.</summary>
    public ImmutableSortedDictionary<string, string> Attributes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How many subscriptions have been taken away.</summary>
    public int Unsubscribed { get; init; }

    public string Name => Arn.Split(':')[^1];
}
