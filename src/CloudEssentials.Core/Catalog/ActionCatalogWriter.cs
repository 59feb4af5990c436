namespace CloudEssentials.Catalog;

/// <summary>
/// Writes an action catalogue: block 0 lists the services; after it each has two blocks, its facts and its descriptions, so that a
/// lookup which needs no description reads none. The global condition keys come first, as if they were a service named <c>aws</c>.
/// </summary>
internal sealed class ActionCatalogWriter
{
    public const string Kind = "actions";

    private readonly BlockWriter _index = new();
    private readonly List<BlockWriter> _blocks = [];

    private ActionCatalogWriter()
    {
    }

    public static void Write(Stream stream, CatalogStamp stamp, IReadOnlyList<ConditionKeyFacts> globalKeys, IEnumerable<ServiceFacts> services, int quality = 11)
    {
        ActionCatalogWriter writer = new();
        var all = Sort(services, service => service.Prefix);
        ServiceFacts global = new(ServiceFacts.GlobalPrefix, "Global condition keys", false, [], [], globalKeys);
        writer._index.WriteNumber(all.Length + 1);
        foreach (var service in all.Prepend(global))
            writer.Add(service, all);
        CatalogFileWriter file = new(quality);
        file.Add(writer._index);
        foreach (var block in writer._blocks)
            file.Add(block);
        file.Write(stream, Kind, stamp.DateText, stamp.Version, stamp.Source);
    }

    private static T[] Sort<T>(IEnumerable<T> entries, Func<T, string> name) =>
        [.. entries.OrderBy(name, StringComparer.OrdinalIgnoreCase)];

    private void Add(ServiceFacts service, ServiceFacts[] all)
    {
        var keys = Sort(service.ConditionKeys, key => key.Name);
        var actions = Sort(service.Actions, action => action.Name);
        _index.WriteString(service.Prefix);
        _index.WriteString(service.Name);
        _index.WriteNumber(actions.Length);
        _index.WriteNumber(service.SupportsResourceControlPolicies ? 1 : 0);
        _index.WriteStrings(ForeignPrefixes(keys, all));
        ServiceBlockWriter contents = new();
        _blocks.Add(contents.Write(actions, Sort(service.ResourceTypes, type => type.Name), keys));
        BlockWriter descriptions = new();
        descriptions.WriteStrings([.. actions.Select(action => action.Description), .. keys.Select(key => key.Description)]);
        _blocks.Add(descriptions);
    }

    /// <summary>Prefixes of keys that are no service's, such as <c>saml</c> in the table of <c>sts</c>: whoever looks for such a key looks there.</summary>
    private static string[] ForeignPrefixes(ConditionKeyFacts[] keys, ServiceFacts[] all)
    {
        HashSet<string> prefixes = new(all.Select(service => service.Prefix), StringComparer.OrdinalIgnoreCase) { ServiceFacts.GlobalPrefix };
        return [.. keys.Select(key => key.Name.Split(':')[0]).Where(prefixes.Add)];
    }
}
