namespace CloudEssentials.Sandbox.Faults;

/// <summary>The ways in which a call can go wrong that are nobody's mistake.</summary>
public enum SandboxFaultKind
{
    /// <summary>The answer comes late.</summary>
    Latency,

    /// <summary>The service says that too much was asked: <c>RequestLimitExceeded</c>, <c>Throttling</c>.</summary>
    Throttle,

    /// <summary>The service fails with a status of 500, and nothing has happened.</summary>
    ServerError,

    /// <summary>The service fails with a status of 500, although the call took effect.</summary>
    ServerErrorAfter,

    /// <summary>The service refuses with <see cref="SandboxFault.Code"/>, such as <c>InsufficientInstanceCapacity</c>, and nothing has happened.</summary>
    Refuse,

    /// <summary>The connection breaks before the call took effect.</summary>
    DropBefore,

    /// <summary>The connection breaks after the call took effect: the caller cannot know.</summary>
    DropAfter,
}
