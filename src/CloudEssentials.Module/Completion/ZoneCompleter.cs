using System.Collections;
using CloudEssentials.Regions;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes the names of zones, and their ids once one is begun.</summary>
public sealed class ZoneCompleter : CatalogCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound)
    {
        foreach (ZoneFacts zone in RegionCatalog.Default.Regions.SelectMany(region => region.Zones))
        {
            if (Begins(zone.Name, word))
                yield return (zone.Name, $"{zone.GroupLongName}{(zone.Id is null ? "" : $", {zone.Id}")}");
            if (word.Length > 0 && zone.SampleId is { } id && Begins(id, word))
                yield return (id, zone.GroupLongName);
        }
    }
}
