using System.Security;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Connections;

/// <summary>The shell of <see cref="TestHost"/>, as the resolver sees it.</summary>
internal sealed class FakeConnectionHost(TestHost host) : IConnectionHost
{
    public object? GetVariable(string name) => host.GetVariable(name);

    public object? GetProperty(object item, string name) => host.GetProperty(item, name);

    public ValueTask<SecureString> ReadSecretAsync(string prompt) => host.ReadSecretAsync(prompt);

    public void WriteVerbose(string message) => host.WriteVerbose(message);
}
