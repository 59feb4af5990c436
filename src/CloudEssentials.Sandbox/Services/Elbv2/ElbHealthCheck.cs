namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>How the targets of a group are checked.</summary>
internal sealed record ElbHealthCheck
{
    public required string Protocol { get; init; }

    /// <summary>A port's number, or <c>traffic-port</c>.</summary>
    public string Port { get; init; } = "traffic-port";

    /// <summary>The path that is asked for; null where the protocol has none.</summary>
    public string? Path { get; init; }

    /// <summary>The HTTP codes that are a success, such as <c>200-299</c>; null where the protocol has none.</summary>
    public string? Matcher { get; init; }

    /// <summary>The seconds from one check to the next.</summary>
    public int Interval { get; init; } = 30;

    /// <summary>The seconds after which no answer is a failure.</summary>
    public int Timeout { get; init; } = 5;

    /// <summary>How many checks in a row an unhealthy target must pass.</summary>
    public int Healthy { get; init; } = 5;

    /// <summary>How many checks in a row a healthy target must fail.</summary>
    public int Unhealthy { get; init; } = 2;
}
