namespace CloudEssentials.Sandbox;

/// <summary>How a zone of a sandbox fares.</summary>
public enum SandboxZoneState
{
    /// <summary>It works.</summary>
    Available,

    /// <summary>It has failed: what runs there does not answer, and nothing can be launched there.</summary>
    Impaired,
}
