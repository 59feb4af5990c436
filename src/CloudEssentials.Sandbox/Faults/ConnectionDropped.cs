using System.Net.Sockets;

namespace CloudEssentials.Sandbox.Faults;

/// <summary>The connection is to break, or never comes about: whoever holds it breaks it.</summary>
internal sealed class ConnectionDropped(string message, SocketError error) : Exception(message)
{
    public ConnectionDropped()
        : this("The sandbox was told to drop this connection.", SocketError.ConnectionReset)
    {
    }

    /// <summary>What the caller's socket would say.</summary>
    public SocketError Error => error;
}
