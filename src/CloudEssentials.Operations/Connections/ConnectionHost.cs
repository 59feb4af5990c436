using System.Security;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Operations.Connections;

/// <summary>A shell, as finding credentials needs it.</summary>
internal sealed class ConnectionHost(IOperationHost host) : IConnectionHost
{
    /// <inheritdoc/>
    public object? GetVariable(string name) => host.GetVariable(name);

    /// <inheritdoc/>
    public object? GetProperty(object item, string name) => host.GetProperty(item, name);

    /// <inheritdoc/>
    public ValueTask<SecureString> ReadSecretAsync(string prompt) => host.ReadSecretAsync(prompt);

    /// <inheritdoc/>
    public void WriteVerbose(string message) => host.WriteVerbose(message);
}
