using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.DirectoryApp;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes ids of instances of the directory application.</summary>
public sealed class InstanceIdCompleter : LiveCompleter
{
    /// <inheritdoc/>
    internal override Task<IReadOnlyList<(string Name, string About)>> AskAsync(CloudAccount account, string? region, CancellationToken cancellationToken) =>
        InstanceNames.InstancesAsync(account, region, cancellationToken);
}
