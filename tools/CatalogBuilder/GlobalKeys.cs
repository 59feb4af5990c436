using CloudEssentials.Catalog;

namespace CloudEssentials.CatalogBuilder;

/// <summary>The table of condition keys that any service's request may carry.</summary>
internal static class GlobalKeys
{
    public static IReadOnlyList<ConditionKeyFacts> Read()
    {
        using StreamReader reader = new(typeof(GlobalKeys).Assembly.GetManifestResourceStream("global-condition-keys.tsv")!);
        return [.. reader.ReadToEnd().Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(cells => ConditionKeyFacts.Parse(cells[0], cells[1], cells[2]))];
    }
}
