using System.Collections.Immutable;
using System.Text.Json;

namespace CloudEssentials.Sandbox.Services.Cloudwatch;

/// <summary>An alarm on a metric.</summary>
internal sealed record CloudAlarm
{
    public required string Name { get; init; }

    public required string Region { get; init; }

    public required string Arn { get; init; }

    /// <summary>What it was made with, by the names of the parameters.</summary>
    public required JsonElement Settings { get; init; }

    public required DateTimeOffset Configured { get; init; }

    /// <summary><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>.</summary>
    public string State { get; init; } = "INSUFFICIENT_DATA";

    public string Reason { get; init; } = "Unchecked: Initial alarm creation";

    public string? ReasonData { get; init; }

    /// <summary>When somebody last said what state it is in.</summary>
    public required DateTimeOffset StateSince { get; init; }

    /// <summary>When it last went from one state to another.</summary>
    public required DateTimeOffset Transitioned { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string Key => $"{Region}/{Name}";
}
