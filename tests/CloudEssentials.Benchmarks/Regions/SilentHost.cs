using System.Security;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Benchmarks.Regions;

/// <summary>A shell that says nothing; an error ends the measurement.</summary>
internal sealed class SilentHost : IOperationHost
{
    public CloudSession Session { get; init; } = new();

    public string CurrentFolder => Path.GetTempPath();

    public bool IsInteractive => false;

    public void WriteWarning(string message)
    {
    }

    public void WriteVerbose(string message)
    {
    }

    public void WriteProgress(OperationProgress progress)
    {
    }

    public void WriteError(CloudException error) => throw error;

    public ValueTask<bool> ShouldProcessAsync(string target, string action) => ValueTask.FromResult(true);

    public ValueTask<bool> ShouldContinueAsync(string query, string caption) => ValueTask.FromResult(true);

    public ValueTask<SecureString> ReadSecretAsync(string prompt) => throw new NotSupportedException();

    public object? GetVariable(string name) => null;

    public object? GetProperty(object item, string name) => null;

    public object? Unwrap(object item) => item;

    public IReadOnlyList<string> ResolvePath(string path) => [path];
}
