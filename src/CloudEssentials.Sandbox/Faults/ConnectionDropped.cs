namespace CloudEssentials.Sandbox.Faults;

/// <summary>The connection is to break: whoever holds it breaks it.</summary>
internal sealed class ConnectionDropped() : Exception("The sandbox was told to drop this connection.");
