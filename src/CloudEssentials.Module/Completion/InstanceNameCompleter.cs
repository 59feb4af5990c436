using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.DirectoryApp;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes names of directory applications that have instances.</summary>
public sealed class InstanceNameCompleter : LiveCompleter
{
    /// <inheritdoc/>
    internal override Task<IReadOnlyList<(string Name, string About)>> AskAsync(CloudAccount account, string? region, CancellationToken cancellationToken) =>
        InstanceNames.AppsAsync(account, region, cancellationToken);
}
