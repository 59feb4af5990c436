using System.Collections;
using CloudEssentials.Regions;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes the partitions.</summary>
public sealed class PartitionCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        RegionCatalog.Default.Regions.Select(region => region.Partition).Distinct()
            .Where(partition => Begins(partition, word))
            .Select(partition => (partition, $"The partition {partition}"));
}
