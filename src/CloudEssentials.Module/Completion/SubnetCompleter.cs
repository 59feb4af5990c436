using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.DirectoryApp;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes ids of subnets.</summary>
public sealed class SubnetCompleter : LiveCompleter
{
    /// <inheritdoc/>
    internal override Task<IReadOnlyList<(string Name, string About)>> AskAsync(CloudAccount account, string? region, CancellationToken cancellationToken) =>
        InstanceNames.SubnetsAsync(account, region, cancellationToken);
}
