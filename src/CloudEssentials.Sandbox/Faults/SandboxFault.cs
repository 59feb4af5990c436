namespace CloudEssentials.Sandbox.Faults;

/// <summary>A fault to order: what goes wrong, on which calls, how often.</summary>
/// <param name="Kind">What goes wrong.</param>
public sealed record SandboxFault(SandboxFaultKind Kind)
{
    /// <summary>The calls that it may hit, as <c>service:Operation</c> with wildcards: <c>ec2:Describe*</c>.</summary>
    public string Operation { get; init; } = "*";

    /// <summary>It hits every nth of those calls; 1 is all of them.</summary>
    public int Every { get; init; } = 1;

    /// <summary>How likely it is to hit one of those calls that <see cref="Every"/> chose, 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>The seed of the chance; the same seed and the same calls give the same faults.</summary>
    public int Seed { get; init; }

    /// <summary>How many times it hits before it is over; null for no end.</summary>
    public int? Times { get; init; }

    /// <summary>The error code, for <see cref="SandboxFaultKind.Refuse"/>.</summary>
    public string Code { get; init; } = "InternalError";

    /// <summary>The service's words, for <see cref="SandboxFaultKind.Refuse"/>.</summary>
    public string Message { get; init; } = "The sandbox was told to refuse this call.";

    /// <summary>The HTTP status, for <see cref="SandboxFaultKind.Refuse"/>.</summary>
    public int Status { get; init; } = 400;

    /// <summary>How late the answer comes, for <see cref="SandboxFaultKind.Latency"/>.</summary>
    public TimeSpan Delay { get; init; }
}
