namespace CloudEssentials.Regions;

/// <summary>What a workload minds most; it sets the weights of a comparison of Regions.</summary>
public enum WorkloadKind
{
    /// <summary>People or machines that talk to each other at once (games, telephony, WebSockets, devices): latency counts most.</summary>
    Interactive,

    /// <summary>Ordinary web applications.</summary>
    Standard,

    /// <summary>Work that nobody waits for: price counts most.</summary>
    Batch,
}
